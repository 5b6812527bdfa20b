//! Which system calls a program may not make: seccomp.
//!
//! A list of what is refused, each for a limit that it would get around; what the namespaces and Landlock already hold is
//! not repeated.

use std::collections::BTreeMap;
use std::io;

use libc::c_long;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen as Length, SeccompCmpOp as Is, SeccompCondition, SeccompFilter,
    SeccompRule,
};

use super::Confinement;

/// No network, not even the machine's own. Landlock knows TCP; this is UDP, raw and local sockets too. (A pair of sockets
/// leads nowhere, and std starts processes with one.) A ring makes sockets without a system call that a filter would see.
const NETWORK: &[c_long] =
    &[libc::SYS_socket, libc::SYS_io_uring_setup, libc::SYS_io_uring_enter, libc::SYS_io_uring_register];

/// No memory that is not counted, or outlives the run.
const MEMORY: &[c_long] = &[
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    libc::SYS_shmget,
    libc::SYS_shmat,
    libc::SYS_semget,
    libc::SYS_msgget,
    libc::SYS_mq_open,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
];

/// No hand on another process: the warden has the same user.
const PROCESSES: &[c_long] = &[
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_pidfd_getfd,
    libc::SYS_kcmp,
];

/// No way out of the namespaces, and into parts of the kernel that no program here needs.
const KERNEL: &[c_long] = &[
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_open_tree,
    libc::SYS_move_mount,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    libc::SYS_fanotify_init,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_syslog,
    libc::SYS_acct,
    libc::SYS_quotactl,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_vhangup,
];

/// A clone with one of these makes a namespace, in which the program would be root.
const NAMESPACES: [i32; 7] = [
    libc::CLONE_NEWUSER,
    libc::CLONE_NEWNS,
    libc::CLONE_NEWPID,
    libc::CLONE_NEWNET,
    libc::CLONE_NEWIPC,
    libc::CLONE_NEWUTS,
    libc::CLONE_NEWCGROUP,
];

/// Without a file system of its own: Landlock lets anyone change owner, mode, times and attributes of any file.
const ATTRIBUTES: &[c_long] = &[
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chmod,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_lchown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utime,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utimes,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_futimesat,
    libc::SYS_fchmodat,
    FCHMODAT2,
    libc::SYS_fchownat,
    libc::SYS_fchown,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    SETXATTRAT,
    REMOVEXATTRAT,
    FILE_SETATTR,
];

// The same numbers everywhere, and newer than the crate's tables.
const FCHMODAT2: c_long = 452;
const SETXATTRAT: c_long = 463;
const REMOVEXATTRAT: c_long = 466;
const FILE_SETATTR: c_long = 469;

/// Without a namespace for processes: the reader's others can be signaled and slowed down. `tgkill` stays, since a program
/// aborts with it; Landlock keeps it to the program itself from Linux 6.12 on.
const SIGNALS: &[c_long] = &[
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_rt_sigqueueinfo,
    libc::SYS_rt_tgsigqueueinfo,
    libc::SYS_pidfd_send_signal,
    libc::SYS_setpriority,
    libc::SYS_ioprio_set,
    libc::SYS_migrate_pages,
    libc::SYS_move_pages,
];

/// Calls whose first argument names a process, 0 the caller.
const OF_ANOTHER: &[c_long] = &[
    libc::SYS_prlimit64,
    libc::SYS_sched_setaffinity,
    libc::SYS_sched_setattr,
    libc::SYS_sched_setparam,
    libc::SYS_sched_setscheduler,
];

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// The filters for a program in `confinement`, which may start `processes` or may not.
pub(super) fn filters(confinement: Confinement, processes: bool) -> io::Result<[BpfProgram; 2]> {
    let mut refused = Rules::new();
    for list in [NETWORK, MEMORY, PROCESSES, KERNEL] {
        refuse(&mut refused, list);
    }
    for flag in NAMESPACES {
        refuse_if(&mut refused, libc::SYS_clone, clone_flag(flag, true)?);
    }
    if confinement == Confinement::Bare {
        refuse(&mut refused, ATTRIBUTES);
        refuse(&mut refused, SIGNALS);
        for &call in OF_ANOTHER {
            refuse_if(&mut refused, call, condition(0, Length::Dword, Is::Ne, 0)?);
        }
    }
    if !processes {
        refuse_processes(&mut refused)?;
    }
    // The C library asks for the newer call first, and takes the older, which a filter can look into, where there is none.
    let absent = Rules::from([(libc::SYS_clone3, Vec::new())]);
    Ok([compile(refused, libc::EPERM)?, compile(absent, libc::ENOSYS)?])
}

/// Threads, but no processes.
fn refuse_processes(rules: &mut Rules) -> io::Result<()> {
    #[cfg(target_arch = "x86_64")]
    refuse(rules, &[libc::SYS_fork, libc::SYS_vfork]);
    refuse_if(rules, libc::SYS_clone, clone_flag(libc::CLONE_THREAD, false)?);
    Ok(())
}

/// Puts the calling process under `filters`. Only system calls: this runs between fork and exec.
pub(super) fn restrict(filters: &[BpfProgram]) -> io::Result<()> {
    filters.iter().try_for_each(|filter| seccompiler::apply_filter(filter).map_err(|_| io::Error::last_os_error()))
}

fn refuse(rules: &mut Rules, calls: &[c_long]) {
    rules.extend(calls.iter().map(|&call| (call, Vec::new())));
}

fn refuse_if(rules: &mut Rules, call: c_long, rule: SeccompRule) {
    rules.entry(call).or_default().push(rule);
}

/// That a clone's `flag` is set, or that it is not.
fn clone_flag(flag: i32, set: bool) -> io::Result<SeccompRule> {
    let flag = u64::from(flag.cast_unsigned());
    condition(0, Length::Qword, Is::MaskedEq(flag), if set { flag } else { 0 })
}

fn condition(argument: u8, length: Length, is: Is, value: u64) -> io::Result<SeccompRule> {
    SeccompCondition::new(argument, length, is, value)
        .and_then(|condition| SeccompRule::new(vec![condition]))
        .map_err(io::Error::other)
}

fn compile(rules: Rules, errno: i32) -> io::Result<BpfProgram> {
    let arch = std::env::consts::ARCH.try_into().map_err(io::Error::other)?;
    SeccompFilter::new(rules, SeccompAction::Allow, SeccompAction::Errno(errno.cast_unsigned()), arch)
        .and_then(BpfProgram::try_from)
        .map_err(io::Error::other)
}
