//! std's own documentation, from which the list of types is made and against which it is held.
//!
//! The toolchain's HTML is the one complete list of public items with their stability that is installed with it:
//! rustdoc's JSON and std's source are separate, and not always there.

mod declaration;
mod html;
mod index;
mod page;

use std::path::{Path, PathBuf};
use std::process::Command;

pub use declaration::{defaults, parameters, trait_parameters};
pub use index::{Item, index, traits};
pub use page::{Badge, implementors, page};

/// The root of the documentation that is installed with `rustc`, if it is.
pub fn installed(rustc: &Path) -> Option<PathBuf> {
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().ok()?;
    let root = Path::new(String::from_utf8(output.stdout).ok()?.trim()).join("share/doc/rust/html");
    root.join("std/all.html").is_file().then_some(root)
}
