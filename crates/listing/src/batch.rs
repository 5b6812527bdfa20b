//! Many programs in one compilation, as rustdoc does with doctests: a program each costs mostly its linking.
//!
//! Each listing becomes a module of one program, which runs the one that its argument names. Where the compiler says
//! anything at all about the whole, nothing is concluded: each listing is compiled for itself.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::problem::Error;
use crate::rustc::{Ask, Rustc};
use crate::source::{DEFAULT_EDITION, Listing, Outcome};

/// The name of the program, and of its crate.
pub(crate) const NAME: &str = "batch";

/// Fewer than this are compiled as fast one by one.
pub(crate) const LEAST: usize = 4;

/// What a program shows of itself that differs inside of another one.
const TELLS: [&str; 7] =
    ["#![feature", "crate::", "extern crate", "macro_export", "type_name", "module_path!", "env::args"];

/// Whether `listing` does the same as a module of another program.
pub(crate) fn fits(listing: &Listing) -> bool {
    let runs = matches!(
        listing.outcome,
        Outcome::RunPass | Outcome::RunFail | Outcome::DataRace | Outcome::NoDataRace | Outcome::MemoryError
    );
    runs && !listing.nightly
        && !listing.tests
        && listing.codes.is_none()
        && listing.edition == DEFAULT_EDITION
        && listing.text.lines().any(|line| line == "fn main() {")
        && !TELLS.iter().any(|tell| listing.text.contains(tell))
}

/// Compiles `listings` into one program in `folder`; `None` where the compiler has anything to say.
pub(crate) fn compile(rustc: &Rustc, listings: &[&Listing], ask: Ask, folder: &Path) -> Result<Option<PathBuf>, Error> {
    let mut text = String::new();
    let mut arms = String::new();
    for listing in listings {
        let name = &listing.name;
        let path = folder.join(format!("{name}.rs"));
        let module = format!("{}pub fn listing_main() {{\n    main()\n}}\n", listing.text);
        fs::write(&path, module).map_err(|source| Error::Write { path, source })?;
        let _ = writeln!(text, "#[path = \"{name}.rs\"]\nmod {name};");
        let _ = writeln!(arms, "        Some(\"{name}\") => {name}::listing_main(),");
    }
    let _ = writeln!(
        text,
        "fn main() {{\n    match std::env::args().nth(1).as_deref() {{\n{arms}        _ => std::process::exit(2),\n    }}\n}}"
    );
    let mut program = Listing::snippet(Path::new(NAME), 1, text, Outcome::RunPass);
    program.name = NAME.into();
    let said = rustc.compile(&program, ask, folder)?;
    let silent = said.iter().all(|found| found.is_summary());
    Ok(silent.then(|| folder.join(format!("{NAME}{}", std::env::consts::EXE_SUFFIX))))
}
