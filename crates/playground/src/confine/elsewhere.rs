//! The inside of a warden where there is no Linux: a directory, a process group, and limits for each process.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command};

use super::{Confinement, Place, Tried};
use crate::warden::{Limit, Limits, Stage};

/// What a program finds around itself.
#[derive(Debug)]
pub(crate) struct Inside {
    /// The directory that programs work in.
    pub work: PathBuf,
    /// For temporary files.
    pub temp: PathBuf,
    /// The toolchain.
    pub sysroot: PathBuf,
    /// Where programs are looked for.
    pub path: OsString,
    /// The rlibs of the crates.
    pub crates: Vec<(String, PathBuf)>,
}

impl Inside {
    /// Makes the directories. There is no shutting off here.
    ///
    /// # Safety
    ///
    /// None is needed; the caller's promise is the one that Linux needs.
    pub unsafe fn enter(confinement: Confinement, place: &Place, _: &Limits) -> io::Result<Self> {
        if confinement != Confinement::Bare {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let (work, temp) = (place.dir.join("playground"), place.dir.join("tmp"));
        fs::create_dir(&work)?;
        fs::create_dir(&temp)?;
        let crates = place.crates.iter().map(|offered| (offered.name.clone(), offered.rlib.clone())).collect();
        Ok(Self {
            work,
            temp,
            sysroot: place.sysroot.clone(),
            path: std::env::var_os("PATH").unwrap_or_default(),
            crates,
        })
    }

    /// Puts `command` into a process group, and under the limits of the system.
    pub fn fence(&self, command: &mut Command, stage: Stage, limits: &Limits) -> io::Result<()> {
        #[cfg(unix)]
        {
            use super::resources;
            use std::os::unix::process::CommandExt;
            let resources = resources::limits(stage, limits, Confinement::Bare);
            // SAFETY: between fork and exec only system calls are allowed; this one sets limits from an array.
            unsafe { command.pre_exec(move || resources::set(&resources)) };
            command.process_group(0);
        }
        #[cfg(not(unix))]
        let _ = (command, stage, limits);
        Ok(())
    }

    /// Nothing is watched here.
    pub fn over(&self, _: &Child, _: &Limits) -> Option<Limit> {
        None
    }

    /// Ends the process group, or where there is none the process.
    pub fn end_all(&self, child: &mut Child) {
        super::end_group(child.id());
        let _ = child.kill();
        let _ = child.wait();
    }

    /// Nothing was tried: nothing holds.
    pub fn try_out(&self) -> io::Result<Tried> {
        Ok(Tried::default())
    }
}
