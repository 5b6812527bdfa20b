//! Which files a program may open: Landlock.

use std::io;
use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, Ruleset as Blank, RulesetAttr, RulesetCreated, RulesetCreatedAttr, Scope,
    path_beneath_rules,
};

pub(super) type Ruleset = RulesetCreated;

/// The newest that the crate knows. An older kernel does what it can; [`super::Tried`] is what says whether that is enough.
const ABI: ABI = ABI::V9;

/// What compiling needs of the system: the linker, and the libraries of the C compiler.
pub(super) const SYSTEM: [&str; 8] =
    ["/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/etc/alternatives", "/etc/ld.so.cache"];

/// The devices that programs may use.
pub(super) const DEVICES: [&str; 5] = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];

/// Reading `readable`, [`SYSTEM`] and [`DEVICES`], writing below `writable`, and nothing else: no other file, no TCP, no
/// signal to a process outside.
pub(super) fn ruleset(readable: &[&Path], writable: &[&Path]) -> io::Result<Ruleset> {
    (|| {
        Blank::default()
            .handle_access(AccessFs::from_all(ABI))?
            .handle_access(AccessNet::from_all(ABI))?
            .scope(Scope::from_all(ABI))?
            .create()?
            .add_rules(path_beneath_rules(SYSTEM, AccessFs::from_read(ABI)))?
            .add_rules(path_beneath_rules(readable, AccessFs::from_read(ABI)))?
            .add_rules(path_beneath_rules(DEVICES, AccessFs::ReadFile | AccessFs::WriteFile))?
            .add_rules(path_beneath_rules(
                writable,
                AccessFs::from_all(ABI) & !(AccessFs::MakeBlock | AccessFs::MakeChar),
            ))
    })()
    .map_err(io::Error::other)
}

/// Puts the calling process under `ruleset`. Only system calls: this runs between fork and exec.
pub(super) fn restrict(ruleset: Option<Ruleset>) -> io::Result<()> {
    let ruleset = ruleset.ok_or(io::ErrorKind::InvalidInput)?;
    match ruleset.restrict_self() {
        Ok(_) => Ok(()),
        Err(_) => Err(io::Error::last_os_error()),
    }
}
