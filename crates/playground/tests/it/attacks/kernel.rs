//! What this kernel has, asked without the code under test: were that to find nothing, its tests must fail and not be
//! passed over.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use landlock::{ABI, Access, AccessFs, CompatLevel, Compatible, Ruleset, RulesetAttr, Scope};
use playground::Confinement;
use rustix::mount::{MountFlags, MountPropagationFlags, mount, mount_change};
use rustix::thread::{UnshareFlags, unshare_unsafe};

/// What is needed to try `confinement`, with `signals` or without, and is not to be had.
pub fn lacks(confinement: Confinement, signals: bool) -> Option<&'static str> {
    let root = rustix::process::geteuid().is_root();
    let apart = UnshareFlags::NEWNS | UnshareFlags::NEWPID | UnshareFlags::NEWNET | UnshareFlags::NEWIPC;
    match confinement {
        Confinement::Root => (!(root && gives(apart))).then_some("needs root and its namespaces"),
        Confinement::User => (!gives(apart | UnshareFlags::NEWUSER)).then_some("needs namespaces for users"),
        Confinement::Bare if !has_landlock() => Some("needs Landlock"),
        Confinement::Bare => (signals && !has_scopes()).then_some("needs Landlock of Linux 6.12"),
    }
}

/// Whether a process may have these namespaces, and mount in them.
fn gives(flags: UnshareFlags) -> bool {
    let user = format!("1000 {} 1", rustix::process::geteuid().as_raw());
    let enter = move || -> io::Result<()> {
        // SAFETY: `FILES` is not among the flags.
        unsafe { unshare_unsafe(flags)? };
        if flags.contains(UnshareFlags::NEWUSER) {
            fs::write("/proc/self/uid_map", &user)?;
        }
        // Or the mount would be seen outside.
        mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)?;
        mount("none", "/tmp", "tmpfs", MountFlags::empty(), None)?;
        Ok(())
    };
    let mut command = Command::new("true");
    // SAFETY: no other thread of this process is in the middle of anything: the trials have not begun.
    unsafe { command.pre_exec(enter) };
    command.status().is_ok_and(|status| status.success())
}

fn has_landlock() -> bool {
    let ruleset = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    ruleset.handle_access(AccessFs::from_all(ABI::V1)).and_then(Ruleset::create).is_ok()
}

fn has_scopes() -> bool {
    let ruleset = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    ruleset.scope(Scope::Signal).and_then(Ruleset::create).is_ok()
}
