//! How a warden shuts itself off, and its programs in.
//!
//! Linux has the means: namespaces take the reader's files, processes and network out of sight, [`files`] (Landlock) and
//! [`calls`] (seccomp) refuse them once more, [`resources`] and [`watch`] bound what is left. Where namespaces cannot be
//! had the others still hold; where there is no Linux, what holds is time, output and the process group. [`Hold`] tells.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod namespaces;
#[cfg(unix)]
mod resources;
#[cfg(target_os = "linux")]
mod rights;
#[cfg_attr(target_os = "linux", path = "confine/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "confine/elsewhere.rs")]
mod system;
#[cfg(target_os = "linux")]
mod watch;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Crate;
pub(crate) use system::Inside;

/// The way in which this system can shut a warden off: the first of these that works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confinement {
    /// Namespaces, set up as root; then a user of its own, which owns nothing.
    Root,
    /// The same in a namespace for users, as anybody.
    User,
    /// No namespaces: the run is a process among the reader's.
    Bare,
}

impl Confinement {
    /// All of them, the strongest first.
    pub const ALL: [Self; 3] = [Self::Root, Self::User, Self::Bare];
}

/// One promise, and whether this system can keep it.
#[derive(Clone, Debug, Serialize)]
pub struct Hold {
    /// What is promised, as in "A program cannot read the reader's files".
    pub promise: &'static str,
    /// Whether it is kept.
    pub holds: bool,
    /// By what; or what is lacking.
    pub how: &'static str,
}

/// What a warden found when it tried, with the programs' restrictions on itself.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Tried {
    /// A file outside could not be opened.
    pub files: bool,
    /// No socket could be made.
    pub network: bool,
    /// The process that started it could not be signaled.
    pub signals: bool,
}

/// What a warden may use of the system, as the server sees it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Place {
    /// An empty directory of the run's own.
    pub dir: PathBuf,
    /// The toolchain.
    pub sysroot: PathBuf,
    /// The crates that programs may use.
    pub crates: Vec<Crate>,
}

impl Place {
    /// The directories that hold the crates, each once.
    fn crate_dirs(&self) -> Vec<&Path> {
        let mut dirs: Vec<_> = self.crates.iter().filter_map(|offered| offered.rlib.parent()).collect();
        dirs.sort_unstable();
        dirs.dedup();
        dirs
    }
}

/// Has every open file but the three standard ones close on exec. A shell or an editor that started the server may have
/// left it some of its own, which no program may inherit.
///
/// # Safety
///
/// The process has one thread.
pub(crate) unsafe fn keep_files() {
    #[cfg(unix)]
    for fd in std::fs::read_dir("/dev/fd").into_iter().flatten().flatten() {
        if let Some(fd @ 3..) = fd.file_name().to_str().and_then(|fd| fd.parse().ok()) {
            // SAFETY: it was open when it was listed, and there is no other thread to close it. It may be the listing's own,
            // which is open until the loop ends.
            let fd = unsafe { std::os::fd::BorrowedFd::borrow_raw(fd) };
            let _ = rustix::io::fcntl_setfd(fd, rustix::io::FdFlags::CLOEXEC);
        }
    }
}

/// Ends the process group that the process `leader` leads, where there are such groups.
pub(crate) fn end_group(leader: u32) {
    #[cfg(unix)]
    if let Some(leader) = i32::try_from(leader).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
    }
    #[cfg(not(unix))]
    let _ = leader;
}

/// What can be said of `confinement`, given what was `tried` under it.
pub(crate) fn holds(confinement: Confinement, tried: Tried) -> Vec<Hold> {
    let linux = cfg!(target_os = "linux");
    let apart = confinement != Confinement::Bare;
    let hold = |promise, holds, by, lacks| Hold { promise, holds, how: if holds { by } else { lacks } };
    vec![
        hold("A run ends when its time is over", true, "the warden's clock", ""),
        hold("A run prints no more than its limit", true, "the warden reads no further", ""),
        hold(
            "A run uses no more memory than its limit",
            linux,
            "RLIMIT_DATA, and a watch over the sum of its processes",
            "this system has no limit that a process cannot leave",
        ),
        hold(
            "A run starts no more processes than its limit, and leaves none behind",
            linux,
            if apart { "a namespace for processes, which ends as a whole" } else { "seccomp: a program starts none" },
            "processes that leave their group are not found",
        ),
        hold(
            "A run writes no more than its limit, and leaves no file behind",
            linux,
            if apart { "a file system of its own in memory" } else { "RLIMIT_FSIZE, and a watch over its directory" },
            "only the size of its own directory is watched",
        ),
        hold(
            "Neither program nor compiler reads or writes the reader's files",
            tried.files,
            if apart { "a file system of its own, and Landlock" } else { "Landlock" },
            "this system offers neither namespaces nor Landlock",
        ),
        hold(
            "A program reaches no network",
            tried.network,
            if apart { "seccomp, and a network of its own without a link" } else { "seccomp" },
            "this system does not keep a program from the network",
        ),
        hold(
            "A program cannot signal the reader's other programs",
            tried.signals,
            if apart { "a namespace for processes" } else { "Landlock" },
            "this needs namespaces, or Landlock of Linux 6.12",
        ),
    ]
}
