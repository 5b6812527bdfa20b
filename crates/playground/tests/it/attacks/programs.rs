//! The programs themselves, where they are longer than a line. Words in capitals are filled in by who runs them.

pub const STAYS: &str = r#"
unsafe extern "C" {
    fn signal(number: i32, handler: usize) -> usize;
    fn close(fd: i32) -> i32;
}
fn main() {
    for number in 1..65 {
        unsafe { signal(number, 1) };
    }
    for fd in 0..3 {
        unsafe { close(fd) };
    }
    loop {
        std::thread::yield_now();
    }
}
"#;

/// Shared memory is no data of a process: `RLIMIT_DATA` does not count it.
pub const ALLOCATES_SHARED: &str = r#"
unsafe extern "C" {
    fn mmap(at: usize, length: usize, protection: i32, flags: i32, fd: i32, offset: i64) -> *mut u8;
}
fn main() {
    let length = 8 << 30;
    let memory = unsafe { mmap(0, length, 3, 0x21 | 0x4000, -1, 0) };
    assert!(memory as isize > 0);
    for page in (0..length).step_by(4096) {
        unsafe { memory.add(page).write(1) };
    }
}
"#;

/// Each stays below what one process may have.
pub const ALLOCATES_IN_MANY: &str = r#"
unsafe extern "C" {
    fn fork() -> i32;
    fn pause() -> i32;
}
fn main() {
    let mut processes = 0;
    for _ in 0..16 {
        match unsafe { fork() } {
            -1 => break,
            0 => {
                std::hint::black_box(vec![1_u8; 100 << 20]);
                let kept = vec![1_u8; 100 << 20];
                unsafe { pause() };
                drop(kept);
            }
            _ => processes += 1,
        }
    }
    println!("{processes} processes");
    if processes > 0 {
        unsafe { pause() };
    }
}
"#;

pub const FORKS: &str = r#"
unsafe extern "C" {
    fn fork() -> i32;
}
fn main() {
    if unsafe { fork() } == -1 {
        println!("refused");
        return;
    }
    loop {
        unsafe { fork() };
    }
}
"#;

pub const LEAVES_A_DAEMON: &str = r#"
unsafe extern "C" {
    fn fork() -> i32;
    fn setsid() -> i32;
    fn close(fd: i32) -> i32;
    fn pause() -> i32;
    fn _exit(code: i32) -> !;
}
#[allow(dead_code)]
fn close_outputs() {
    for fd in 0..3 {
        unsafe { close(fd) };
    }
}
fn main() {
    match unsafe { fork() } {
        -1 => println!("refused"),
        0 => unsafe {
            setsid();
            if fork() == 0 {
                close_outputs();
                loop { pause(); }
            }
            _exit(0)
        },
        _ => {
            std::thread::sleep(std::time::Duration::from_millis(50));
            println!("left");
        }
    }
}
"#;

pub const SIGNALS_OTHERS: &str = r#"
unsafe extern "C" {
    fn kill(process: i32, signal: i32) -> i32;
    fn getppid() -> i32;
    fn syscall(number: i64, ...) -> i64;
}
fn main() {
    println!("tried");
    unsafe {
        for process in [SERVER, BYSTANDER, getppid(), 1] {
            kill(process, 9);
            syscall(234, process as i64, process as i64, 9_i64);
        }
        if std::env::args().count() > 1 { kill(-1, 9); }
    }
}
"#;

pub const SLOWS_OTHERS_DOWN: &str = r#"
unsafe extern "C" {
    fn prlimit(process: i32, resource: i32, new: *const [u64; 2], old: *mut [u64; 2]) -> i32;
    fn setpriority(which: i32, who: u32, priority: i32) -> i32;
    fn sched_setaffinity(process: i32, length: usize, mask: *const u64) -> i32;
    fn ptrace(request: i32, process: i32, at: usize, data: usize) -> i64;
    fn process_vm_readv(process: i32, local: usize, n: u64, remote: usize, m: u64, flags: u64) -> isize;
}
fn main() {
    let worked = unsafe {
        [
            prlimit(BYSTANDER, 7, &[3, 3], std::ptr::null_mut()) == 0,
            setpriority(0, BYSTANDER, 19) == 0,
            sched_setaffinity(BYSTANDER, 8, &1) == 0,
            ptrace(16, BYSTANDER, 0, 0) == 0,
            process_vm_readv(BYSTANDER, 0, 0, 0, 0, 0) == 0,
        ]
    };
    println!("{} of {} worked", worked.iter().filter(|worked| **worked).count(), worked.len());
}
"#;

pub const READS_FILES: &str = r#"
use std::fs;
fn main() {
    let mut read = 0;
    let paths = [
        "VICTIM/secret", "/old/VICTIM/secret", "../../../../../..VICTIM/secret", "/proc/1/rootVICTIM/secret",
        "/proc/self/rootVICTIM/secret", "/proc/1/cwdVICTIM/secret", "/etc/passwd", "/etc/shadow", "/etc/hostname",
        "READERS_HOME/.bashrc", "READERS_HOME/.profile", "/proc/1/environ", "/proc/1/mem", "/proc/kcore", "/dev/vda",
        "/dev/mem", "/dev/kmsg", "/sys/kernel/notes",
    ];
    for path in paths {
        if fs::File::open(path).is_ok() {
            eprintln!("{path}");
            read += 1;
        }
    }
    for dir in ["VICTIM", "READERS_HOME", "/home", "/root", "/var", "/run", "/sys", "/old"] {
        if fs::read_dir(dir).is_ok_and(|entries| entries.count() > 0) {
            eprintln!("{dir}/");
            read += 1;
        }
    }
    std::os::unix::fs::symlink("VICTIM/secret", "link").unwrap();
    if fs::read("link").is_ok() || fs::hard_link("VICTIM/secret", "hard").is_ok() {
        read += 1;
    }
    println!("{read} read");
}
"#;

pub const WRITES_FILES: &str = r#"
use std::fs::{self, FileTimes, OpenOptions, Permissions};
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::time::SystemTime;
fn main() {
    let secret = "VICTIM/secret";
    let _ = fs::write(secret, "gone");
    let _ = OpenOptions::new().append(true).open(secret);
    let _ = OpenOptions::new().write(true).truncate(true).open(secret);
    let _ = fs::write("VICTIM/new", "new");
    let _ = fs::create_dir("VICTIM/dir");
    let _ = fs::rename(secret, "VICTIM/moved");
    let _ = fs::rename(secret, "mine");
    let _ = fs::copy("/proc/self/exe", "VICTIM/program");
    let _ = fs::hard_link(secret, "VICTIM/hard");
    let _ = symlink(secret, "VICTIM/link");
    let _ = symlink("VICTIM", "link");
    let _ = fs::write("link/through", "through");
    let _ = fs::set_permissions(secret, Permissions::from_mode(0));
    let _ = fs::set_permissions("link/secret", Permissions::from_mode(0));
    let _ = chown(secret, Some(1), Some(1));
    let _ = fs::File::open(secret).and_then(|file| file.set_times(FileTimes::new().set_modified(SystemTime::UNIX_EPOCH)));
    let path = std::ffi::CString::new(secret).unwrap();
    unsafe extern "C" {
        fn utimensat(dir: i32, path: *const std::ffi::c_char, times: *const [i64; 4], flags: i32) -> i32;
        fn truncate(path: *const std::ffi::c_char, length: i64) -> i32;
    }
    unsafe {
        utimensat(-100, path.as_ptr(), &[1, 0, 1, 0], 0);
        truncate(path.as_ptr(), 0);
    }
    let _ = fs::remove_file(secret);
    let _ = fs::remove_dir_all("VICTIM");
    for system in ["/usr/lib/x", "/bin/x", "/etc/x", "/x", "/rust/x", "/proc/sys/kernel/core_pattern", "/old/x"] {
        if fs::write(system, "").is_ok() {
            println!("{system}");
        }
    }
    println!("tried");
}
"#;

pub const FILLS_WITH_MANY: &str = r#"
use std::{env, fs};
fn main() {
    let dir = DIR;
    for n in 0.. {
        if let Err(error) = fs::write(dir.join(n.to_string()), [1; 100_000]) {
            println!("{n}");
            panic!("{error}");
        }
    }
}
"#;

pub const OPENS_SOCKETS: &str = r#"
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
unsafe extern "C" {
    fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
    fn syscall(number: i64, ...) -> i64;
}
fn main() {
    let mut opened = [
        TcpStream::connect("127.0.0.1:PORT").is_ok(),
        TcpListener::bind("127.0.0.1:0").is_ok(),
        TcpListener::bind("[::1]:0").is_ok(),
        UdpSocket::bind("0.0.0.0:0").is_ok(),
        UnixListener::bind("socket").is_ok(),
        UnixDatagram::unbound().is_ok(),
        UnixStream::connect("/run/dbus/system_bus_socket").is_ok(),
        unsafe { syscall(425, 4_i64, [0_u64; 32].as_mut_ptr()) } >= 0,
    ]
    .to_vec();
    // Packets, netlink, Bluetooth, vsock, the kernel's ciphers: every kind that there may be.
    for domain in 0..64 {
        for kind in 1..6 {
            opened.push(unsafe { socket(domain, kind, 0) } >= 0);
        }
    }
    println!("{} opened", opened.iter().filter(|opened| **opened).count());
}
"#;

pub const LEAVES_SHARED_MEMORY: &str = r#"
use std::ffi::{c_char, CString};
unsafe extern "C" {
    fn shmget(key: i32, size: usize, flags: i32) -> i32;
    fn msgget(key: i32, flags: i32) -> i32;
    fn semget(key: i32, count: i32, flags: i32) -> i32;
    fn shm_open(name: *const c_char, flags: i32, mode: u32) -> i32;
    fn mq_open(name: *const c_char, flags: i32, mode: u32, attributes: usize) -> i32;
    fn memfd_create(name: *const c_char, flags: u32) -> i32;
}
fn main() {
    let name = CString::new("/left").unwrap();
    let made = unsafe {
        [
            shmget(0x1234, 1 << 20, 0o1666),
            msgget(0x1234, 0o1666),
            semget(0x1234, 1, 0o1666),
            shm_open(name.as_ptr(), 0o102, 0o666),
            mq_open(name.as_ptr(), 0o102, 0o666, 0),
            memfd_create(name.as_ptr(), 0),
        ]
    };
    println!("{} made", made.iter().filter(|made| **made >= 0).count());
}
"#;

pub const MAKES_NAMESPACES: &str = r#"
unsafe extern "C" {
    fn unshare(flags: i32) -> i32;
    fn chroot(path: *const i8) -> i32;
    fn mount(source: *const i8, target: *const i8, kind: *const i8, flags: u64, data: usize) -> i32;
    fn syscall(number: i64, ...) -> i64;
    fn setuid(user: u32) -> i32;
}
fn main() {
    let mut worked = 0;
    for flag in [0x10000000, 0x20000, 0x20000000, 0x40000000, 0x8000000, 0x4000000] {
        unsafe {
            worked += i32::from(unshare(flag) == 0);
            // clone, as fork would, with that flag; and clone3, which a filter cannot look into.
            match syscall(56, i64::from(flag) | 17, 0_i64, 0_i64, 0_i64, 0_i64) {
                0 => std::process::exit(0),
                child => worked += i32::from(child > 0),
            }
            let arguments = [flag as u64, 0, 0, 0, 17, 0, 0, 0];
            match syscall(435, arguments.as_ptr(), 64_i64) {
                0 => std::process::exit(0),
                child => worked += i32::from(child > 0),
            }
        }
    }
    unsafe {
        worked += i32::from(chroot(c"/tmp".as_ptr().cast()) == 0);
        worked += i32::from(mount(c"/".as_ptr().cast(), c"/tmp".as_ptr().cast(), std::ptr::null(), 4096, 0) == 0);
        worked += i32::from(syscall(155, c"/tmp".as_ptr(), c"/tmp".as_ptr()) == 0);
        worked += i32::from(setuid(0) == 0 && std::fs::metadata("/proc/self").is_ok_and(|own| {
            std::os::unix::fs::MetadataExt::uid(&own) != 0
        }));
    }
    println!("{worked} worked");
}
"#;

pub const LOOKS_AROUND: &str = r#"
use std::env;
unsafe extern "C" {
    fn capget(header: *mut [u32; 2], sets: *mut [u32; 6]) -> i32;
    fn fcntl(fd: i32, command: i32) -> i32;
}
fn main() {
    let mut names: Vec<_> = env::vars().map(|(name, _)| name).collect();
    names.sort();
    println!("{}", names.join(" "));
    let mut rights = [u32::MAX; 6];
    unsafe { capget(&mut [0x20080522, 0], &mut rights) };
    println!("{rights:?}");
    let open: Vec<_> = (0..1024).filter(|&fd| unsafe { fcntl(fd, 1) } != -1).map(|fd| fd.to_string()).collect();
    println!("{}", open.join(" "));
}
"#;
