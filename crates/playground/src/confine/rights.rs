//! What a program may do because of who it is: nothing.

use std::io;

use rustix::thread::{CapabilitySet, CapabilitySets};

/// Gives up every right of root, and of the maker of a namespace. It stays so over exec, even for root: Landlock has set
/// `no_new_privs` before. Only a system call: this runs between fork and exec.
pub(super) fn give_up() -> io::Result<()> {
    let none = CapabilitySet::empty();
    rustix::thread::set_capabilities(None, CapabilitySets { effective: none, permitted: none, inheritable: none })?;
    Ok(())
}
