//! The inside of a warden on Linux.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::net::UdpSocket;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use rustix::process::{Pid, Signal, WaitOptions};

use super::{Confinement, Place, Tried, calls, files, namespaces, resources, rights, watch};
use crate::warden::{Limit, Limits, Stage};

/// Where compiling finds the linker.
const PATH: &str = "/usr/local/bin:/usr/bin:/bin";

/// What a program finds around itself.
#[derive(Debug)]
pub(crate) struct Inside {
    confinement: Confinement,
    /// Whether the kernel counts the processes of programs, and ends them together. If not they may start none.
    counted: bool,
    /// The directory that programs work in.
    pub work: PathBuf,
    /// For temporary files.
    pub temp: PathBuf,
    /// The toolchain.
    pub sysroot: PathBuf,
    /// Where programs are looked for.
    pub path: OsString,
    /// The rlibs of the crates, and the directories that they lie in.
    pub crates: Vec<(String, PathBuf)>,
    crate_dirs: Vec<PathBuf>,
}

impl Inside {
    /// Goes inside. From here on this process is the warden that does the work: with namespaces it is a child of the one
    /// that called, which waits for it and then ends.
    ///
    /// # Safety
    ///
    /// The process has one thread.
    pub unsafe fn enter(confinement: Confinement, place: &Place, limits: &Limits) -> io::Result<Self> {
        if confinement == Confinement::Bare {
            return Self::beside(place);
        }
        // Whom the kernel knows as root it does not count, whoever that is in a namespace.
        let counted = confinement == Confinement::Root || !rustix::process::geteuid().is_root();
        // SAFETY: ours is the caller's promise: there is one thread.
        unsafe { namespaces::enter(confinement, place, limits)? };
        let dirs = place.crate_dirs();
        let inside = |rlib: &Path| {
            let at = dirs.iter().position(|dir| Some(*dir) == rlib.parent()).unwrap_or_default();
            namespaces::crate_dir(at).join(rlib.file_name().unwrap_or_default())
        };
        Ok(Self {
            confinement,
            counted,
            work: namespaces::WORK.into(),
            temp: namespaces::TEMP.into(),
            sysroot: namespaces::SYSROOT.into(),
            path: PATH.into(),
            crates: place.crates.iter().map(|offered| (offered.name.clone(), inside(&offered.rlib))).collect(),
            crate_dirs: (0..dirs.len()).map(namespaces::crate_dir).collect(),
        })
    }

    /// No namespaces: the run's directory is what it is outside.
    fn beside(place: &Place) -> io::Result<Self> {
        let (work, temp) = (place.dir.join("playground"), place.dir.join("tmp"));
        fs::create_dir(&work)?;
        fs::create_dir(&temp)?;
        Ok(Self {
            confinement: Confinement::Bare,
            counted: false,
            work,
            temp,
            sysroot: place.sysroot.clone(),
            path: PATH.into(),
            crates: place.crates.iter().map(|offered| (offered.name.clone(), offered.rlib.clone())).collect(),
            crate_dirs: place.crate_dirs().into_iter().map(Path::to_owned).collect(),
        })
    }

    /// Has `command` restrict itself before it becomes another program.
    pub fn fence(&self, command: &mut Command, stage: Stage, limits: &Limits) -> io::Result<()> {
        let mut ruleset = Some(self.files()?);
        let filters = calls::filters(self.confinement, stage == Stage::Compile || self.counted)?;
        let resources = resources::limits(stage, limits, self.confinement);
        let fence = move || {
            if stage != Stage::Compile {
                // However many there are of it, the warden has to come in time.
                rustix::process::nice(10)?;
            }
            // Should the warden be killed, by the system for want of memory say, this is all that ends it.
            rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
            resources::set(&resources)?;
            files::restrict(ruleset.take())?;
            rights::give_up()?;
            calls::restrict(&filters)
        };
        // SAFETY: between fork and exec only system calls are allowed, since another thread of ours may have held a
        // lock, the allocator's for one, at the fork. All that allocates was made above; what is called here sets a priority,
        // a signal and limits from an array, closes a file, gives up rights and loads two filters.
        unsafe { command.pre_exec(fence) };
        command.process_group(0);
        Ok(())
    }

    fn files(&self) -> io::Result<files::Ruleset> {
        let mut readable = vec![self.sysroot.as_path()];
        readable.extend(self.crate_dirs.iter().map(PathBuf::as_path));
        if self.confinement != Confinement::Bare {
            readable.push(Path::new("/proc"));
        }
        files::ruleset(&readable, &[&self.work, &self.temp])
    }

    /// The limit that the run is over, if it is over one. `child` is the process that was started.
    pub fn over(&self, child: &Child, limits: &Limits) -> Option<Limit> {
        let (processes, memory) = match self.confinement {
            Confinement::Bare => (1, watch::resident(child.id())),
            _ => watch::in_sight(limits.processes),
        };
        if memory > limits.memory {
            Some(Limit::Memory)
        } else if processes > limits.processes {
            Some(Limit::Processes)
        } else if self.on_disk() > limits.disk {
            Some(Limit::Disk)
        } else {
            None
        }
    }

    /// What the run has written, where its file system does not bound it.
    fn on_disk(&self) -> u64 {
        match self.confinement {
            Confinement::Bare => watch::on_disk(&self.work) + watch::on_disk(&self.temp),
            _ => 0,
        }
    }

    /// Ends all that the run has started.
    pub fn end_all(&self, child: &mut Child) {
        if self.confinement == Confinement::Bare {
            super::end_group(child.id());
            let _ = child.wait();
            return;
        }
        // As the first process of its namespace the warden is spared by this, and becomes the parent of all others.
        let _ = rustix::process::kill_process_group(Pid::INIT, Signal::KILL);
        let _ = child.wait();
        while rustix::process::wait(WaitOptions::empty()).is_ok() {}
    }

    /// Takes the restrictions upon the warden itself, and looks whether they hold.
    pub fn try_out(&self) -> io::Result<Tried> {
        let parent = rustix::process::getppid();
        let outside = [Path::new("/etc/passwd"), Path::new("/root"), Path::new("/home")];
        files::restrict(Some(self.files()?))?;
        calls::restrict(&calls::filters(self.confinement, self.counted)?)?;
        Ok(Tried {
            files: outside.iter().all(|path| fs::File::open(path).is_err()),
            network: UdpSocket::bind("127.0.0.1:0").is_err(),
            signals: parent.is_none_or(|parent| rustix::process::test_kill_process(parent).is_err()),
        })
    }
}
