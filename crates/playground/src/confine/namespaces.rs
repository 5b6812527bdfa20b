//! A view of the system in which there is nothing but what compiling needs: Linux namespaces.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use rustix::fs::StatVfsMountFlags as Existing;
use rustix::mount::{MountFlags, MountPropagationFlags, UnmountFlags};
use rustix::process::{Gid, Pid, Signal, Uid, WaitOptions};
use rustix::thread::UnshareFlags;

use super::files::{DEVICES, SYSTEM};
use super::{Confinement, Place};
use crate::warden::Limits;

/// The directory that programs work in.
pub(super) const WORK: &str = "/playground";
/// For temporary files.
pub(super) const TEMP: &str = "/tmp";
/// The toolchain.
pub(super) const SYSROOT: &str = "/rust";

/// The directory of crates numbered `at`.
pub(super) fn crate_dir(at: usize) -> PathBuf {
    format!("/crates/{at}").into()
}

/// The user that a run has in its own namespace.
const USER: u32 = 1000;

/// Where the users begin that belong to nobody: far above those that systems give out, with room for every process number.
const NOBODYS: u32 = 0x7000_0000;

/// Moves into namespaces of its own. Returns in a child that is their first process; the caller waits for it, and exits.
///
/// # Safety
///
/// The process has one thread.
pub(super) unsafe fn enter(confinement: Confinement, place: &Place, limits: &Limits) -> io::Result<()> {
    let apart =
        UnshareFlags::NEWNS | UnshareFlags::NEWPID | UnshareFlags::NEWNET | UnshareFlags::NEWIPC | UnshareFlags::NEWUTS;
    let user = match confinement {
        Confinement::Root => {
            unshare(apart)?;
            NOBODYS + rustix::process::getpid().as_raw_nonzero().get().cast_unsigned()
        }
        _ => {
            let (uid, gid) = (rustix::process::geteuid(), rustix::process::getegid());
            unshare(apart | UnshareFlags::NEWUSER)?;
            become_user(uid, gid)?;
            USER
        }
    };
    // SAFETY: a fork in a process of one thread, the caller's promise, leaves no lock held in the child.
    unsafe { become_first()? };
    furnish(place, limits, user)?;
    if confinement == Confinement::Root {
        become_nobody(user)?;
    }
    // The server may be gone by now, and its signal with it: then the end of our input tells.
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

fn unshare(flags: UnshareFlags) -> io::Result<()> {
    // SAFETY: unsafe for the sake of `FILES`, with which a descriptor may name another file: it is not among the flags.
    unsafe { rustix::thread::unshare_unsafe(flags)? };
    Ok(())
}

/// In a namespace of users: be [`USER`] there, and who we were outside.
fn become_user(uid: Uid, gid: Gid) -> io::Result<()> {
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", format!("{USER} {} 1", uid.as_raw()))?;
    fs::write("/proc/self/gid_map", format!("{USER} {} 1", gid.as_raw()))
}

/// As root: give up every right, and be a user whom no file belongs to.
fn become_nobody(user: u32) -> io::Result<()> {
    let (uid, gid) = (Uid::from_raw(user), Gid::from_raw(user));
    rustix::thread::set_thread_groups(&[])?;
    rustix::thread::set_thread_res_gid(gid, gid, gid)?;
    rustix::thread::set_thread_res_uid(uid, uid, uid)?;
    Ok(())
}

/// Forks. The child is the first process of the new namespace: when it ends, the kernel ends all others. The parent stays
/// outside and ends with it.
unsafe fn become_first() -> io::Result<()> {
    // SAFETY: the caller's promise: no other thread, so no lock is held in the child.
    match unsafe { libc::fork() } {
        -1 => Err(io::Error::last_os_error()),
        0 => Ok(()),
        child => {
            let ended = rustix::process::waitpid(Pid::from_raw(child), WaitOptions::empty());
            let code = ended.ok().flatten().and_then(|(_, status)| status.exit_status());
            std::process::exit(code.unwrap_or(1))
        }
    }
}

/// Builds the new root in memory, at the run's directory, and goes to live there.
fn furnish(place: &Place, limits: &Limits, user: u32) -> io::Result<()> {
    rustix::mount::mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)?;
    let root = place.dir.as_path();
    memory(root, limits.disk)?;
    for path in SYSTEM {
        show(Path::new(path), &below(root, path))?;
    }
    show(&place.sysroot, &below(root, SYSROOT))?;
    for (at, dir) in place.crate_dirs().into_iter().enumerate() {
        show(dir, &root.join(crate_dir(at).strip_prefix("/").unwrap_or(&crate_dir(at))))?;
    }
    for path in DEVICES {
        let device = below(root, path);
        empty_file(&device)?;
        rustix::mount::mount_bind(path, &device)?;
    }
    processes(&below(root, "/proc"))?;
    for path in [WORK, TEMP] {
        let dir = below(root, path);
        fs::create_dir(&dir)?;
        std::os::unix::fs::chown(&dir, Some(user), Some(user))?;
    }
    let old = below(root, "/old");
    fs::create_dir(&old)?;
    rustix::process::pivot_root(root, &old)?;
    rustix::process::chdir("/")?;
    // Nothing is mounted there now. Whoever is killed from here on leaves no trace on the disk.
    fs::remove_dir(Path::new("/old").join(root.strip_prefix("/").unwrap_or(root)))?;
    rustix::mount::unmount("/old", UnmountFlags::DETACH)?;
    fs::remove_dir("/old")
}

/// A file system in memory that holds no more than `bytes`, and is gone with the namespace. In the system's list of
/// mounts it goes by the name of the run's directory.
fn memory(at: &Path, bytes: u64) -> io::Result<()> {
    let options = std::ffi::CString::new(format!("size={bytes},nr_inodes=16384,mode=755"))?;
    rustix::mount::mount(at, at, "tmpfs", MountFlags::NOSUID | MountFlags::NODEV, options.as_c_str())?;
    Ok(())
}

/// The namespace's own processes, and nothing else that /proc shows.
fn processes(at: &Path) -> io::Result<()> {
    fs::create_dir(at)?;
    let flags = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC;
    rustix::mount::mount("proc", at, "proc", flags, c"subset=pid")?;
    Ok(())
}

/// Shows `from`, if there is one, at `to`, for reading only. A link stays a link.
fn show(from: &Path, to: &Path) -> io::Result<()> {
    let Ok(found) = fs::symlink_metadata(from) else { return Ok(()) };
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    if found.is_symlink() {
        return symlink(fs::read_link(from)?, to);
    }
    if found.is_dir() {
        fs::create_dir(to)?;
    } else {
        empty_file(to)?;
    }
    rustix::mount::mount_bind_recursive(from, to)?;
    rustix::mount::mount_remount(to, MountFlags::BIND | MountFlags::RDONLY | kept(to)?, "")?;
    Ok(())
}

/// The flags that a mount has already, and that only their maker may take from it.
fn kept(mount: &Path) -> io::Result<MountFlags> {
    let existing = rustix::fs::statvfs(mount)?.f_flag;
    let pairs = [
        (Existing::NOSUID, MountFlags::NOSUID),
        (Existing::NODEV, MountFlags::NODEV),
        (Existing::NOEXEC, MountFlags::NOEXEC),
        (Existing::NOATIME, MountFlags::NOATIME),
        (Existing::NODIRATIME, MountFlags::NODIRATIME),
        (Existing::RELATIME, MountFlags::RELATIME),
    ];
    Ok(pairs.into_iter().filter(|(old, _)| existing.contains(*old)).map(|(_, flag)| flag).collect())
}

fn empty_file(path: &Path) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::File::create(path).map(drop)
}

/// `path`, an absolute one, below `root`.
fn below(root: &Path, path: &str) -> PathBuf {
    root.join(path.trim_start_matches('/'))
}
