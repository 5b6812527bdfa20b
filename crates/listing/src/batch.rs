//! Many programs in one compilation, as rustdoc does with doctests: a program each costs mostly the compiler's start and
//! its linking.
//!
//! Each listing becomes a module of one program, which runs the one that its argument names. Where the compiler says
//! anything at all about one that it should accept, nothing is concluded: that listing is compiled for itself. The same
//! where what it says of one that it should refuse is not, word for word, what was recorded.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::problem::Error;
use crate::rustc::{Ask, Rustc};
use crate::source::{DEFAULT_EDITION, Listing, Outcome};

/// The name of the program, and of its crate.
const NAME: &str = "batch";

/// Fewer than this are compiled as fast one by one.
pub(crate) const LEAST: usize = 4;

/// What a program shows of itself that differs inside of another one.
const TELLS: [&str; 7] =
    ["#![feature", "crate::", "extern crate", "macro_export", "type_name", "module_path!", "env::args"];

/// Whether `listing` does the same as a module of another program.
pub(crate) fn fits(listing: &Listing) -> bool {
    !listing.nightly
        && !listing.tests
        && listing.codes.is_none()
        && listing.width.is_none()
        && listing.edition == DEFAULT_EDITION
        && listing.text.lines().any(|line| line.starts_with("fn main() {"))
        && !tells(&listing.text)
}

/// Whether a program's text can tell that it is a module of another program.
pub(crate) fn tells(text: &str) -> bool {
    TELLS.iter().any(|tell| text.contains(tell))
}

/// A program, and the name of the module that it becomes.
pub(crate) type Module<'a> = (String, &'a Listing);

/// Compiles into one program in `folder` those of `modules` of which the compiler has nothing to say, and leaves only them;
/// `None` where that is too few, or where it has something to say of the whole.
pub(crate) fn compile(
    rustc: &Rustc,
    modules: &mut Vec<Module>,
    ask: Ask,
    folder: &Path,
) -> Result<Option<PathBuf>, Error> {
    while modules.len() >= LEAST {
        let names: Vec<&str> = modules.iter().map(|(name, _)| name.as_str()).collect();
        let Some(said) = rustc.compile_modules(&program(modules, folder)?, &names, ask, folder)? else {
            return Ok(None);
        };
        if said.is_empty() {
            return Ok(Some(folder.join(format!("{NAME}{}", std::env::consts::EXE_SUFFIX))));
        }
        let blamed: HashSet<String> = said.into_iter().map(|(name, _)| name.to_owned()).collect();
        modules.retain(|(name, _)| !blamed.contains(name));
    }
    Ok(None)
}

/// What the compiler says of each of `listings`, compiled as one program in `folder`. Of some it may say nothing: it
/// stops before it looks at types where it has refused a name.
pub(crate) fn refusals(
    rustc: &Rustc,
    listings: &[&Listing],
    folder: &Path,
) -> Result<HashMap<String, Vec<Diagnostic>>, Error> {
    let names: Vec<&str> = listings.iter().map(|listing| listing.name.as_str()).collect();
    let modules: Vec<Module> = listings.iter().map(|listing| (listing.name.clone(), *listing)).collect();
    let said = rustc.compile_modules(&program(&modules, folder)?, &names, Ask::Check, folder)?;
    let mut by_name: HashMap<String, Vec<Diagnostic>> = HashMap::new();
    for (name, diagnostic) in said.into_iter().flatten() {
        by_name.entry(name.to_owned()).or_default().push(at_the_root(name, diagnostic));
    }
    Ok(by_name)
}

/// `diagnostic` as it is of a program whose items do not lie in a module `name`.
fn at_the_root(name: &str, mut diagnostic: Diagnostic) -> Diagnostic {
    let module = format!("{name}::");
    let labels = diagnostic.spans.iter_mut().filter_map(|span| span.label.as_mut());
    for text in labels.chain([&mut diagnostic.message, &mut diagnostic.ansi]) {
        *text = text.replace(&module, "");
    }
    diagnostic
}

/// Writes `modules` into `folder`, and returns the program whose modules they are. Each `main` is called, so that what it
/// alone uses is not taken for dead, even where the program is one of tests.
fn program(modules: &[Module], folder: &Path) -> Result<Listing, Error> {
    let mut text = String::new();
    let mut arms = String::new();
    for (name, listing) in modules {
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
    program.tests = modules.iter().all(|(_, listing)| listing.tests);
    Ok(program)
}
