//! The blocks of a chapter as skeptic's tests.
//!
//! skeptic compiles a fence and runs it; it knows neither `compile_fail` nor edition 2024. Each block is therefore put
//! into a small program by one of skeptic's templates: the program calls [`assert_outcome`] with the block's text.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::cache::Cache;
use crate::expand::{ExpandError, Target, codes, expand};
use crate::judge;
use crate::observe::{Look, observe};
use crate::problem::Error;
use crate::project::Project;
use crate::rustc::Rustc;
use crate::source::{DEFAULT_EDITION, Listing, Outcome};

/// A listing as a fence of skeptic's.
pub(crate) fn fence(listing: &Listing) -> String {
    format!("```rust,skt-{}\n{}```", template_name(listing), listing.text)
}

/// `check-fail-2024-stable-E0277-E0382`: all that the template's program must know.
fn template_name(listing: &Listing) -> String {
    let channel = if listing.nightly { "nightly" } else { "stable" };
    let mut words = vec![tested(listing.outcome).directive().to_owned(), listing.edition.clone(), channel.to_owned()];
    words.extend(listing.tests.then(|| TESTS.to_owned()));
    words.extend(codes(listing));
    words.join("-")
}

/// The word of a template whose program is compiled as tests.
const TESTS: &str = "tests";

/// What a block's test holds it to: of a program that hangs or breaks, that it compiles. The rest is seen by the check.
fn tested(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Hangs | Outcome::DataRace | Outcome::MemoryError => Outcome::CheckPass,
        Outcome::NoDataRace => Outcome::RunPass,
        outcome => outcome,
    }
}

/// Writes the project's chapters for skeptic into `folder`, each with its templates beside it, and returns them.
///
/// # Errors
///
/// Where a chapter cannot be read or expanded, or a file cannot be written.
pub fn write_chapters(project: &Project, folder: &Path) -> Result<Vec<PathBuf>, ExpandError> {
    let mut files = Vec::new();
    for chapter in project.chapters()? {
        let text = expand(project, &chapter, Target::Skeptic)?;
        if !text.contains("```rust") {
            continue;
        }
        let file = folder.join(&chapter.path);
        write(&file, &text)?;
        write(&file.with_extension("md.skt.md"), &templates(&text))?;
        files.push(file);
    }
    Ok(files)
}

/// One template for each name that the chapter's fences use. A template is a format string of Rust's.
fn templates(text: &str) -> String {
    let names: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("```rust,skt-")).collect();
    let template = |name: &str| {
        format!(
            "```rust,skt-{name}\nfn main() {{{{\n    listing::assert_outcome(\"{name}\", r##\"{{}}\"##);\n}}}}\n```\n\n"
        )
    };
    names.into_iter().map(template).collect()
}

/// The file gets an old date: cargo runs a build script again when a file that it named is younger than the last run.
fn write(file: &Path, text: &str) -> Result<(), Error> {
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
        fs::write(file, text)?;
        fs::File::options().write(true).open(file)?.set_modified(SystemTime::UNIX_EPOCH)
    };
    write().map_err(|source| Error::Write { path: file.to_owned(), source })
}

/// Compiles and, where the outcome asks for it, runs `text`, and panics where what happens is not what the template
/// `name` says. Called by skeptic's tests.
///
/// # Panics
///
/// With the compiler's words, where the outcome or the codes differ.
pub fn assert_outcome(name: &str, text: &str) {
    let mut rest = name;
    let outcome =
        Outcome::ALL.into_iter().find(|outcome| name.starts_with(outcome.directive())).expect("a known outcome");
    rest = rest.strip_prefix(outcome.directive()).unwrap_or(rest);
    let mut words = rest.split('-').filter(|word| !word.is_empty());
    let text = text.trim_start_matches('\n').to_owned();
    let mut listing = Listing::snippet(Path::new("block"), 1, text, outcome);
    listing.edition = words.next().unwrap_or(DEFAULT_EDITION).to_owned();
    listing.nightly = words.next() == Some("nightly");
    let (tests, codes): (Vec<_>, Vec<_>) = words.partition(|word| *word == TESTS);
    listing.tests = !tests.is_empty();
    let expected: BTreeSet<String> = codes.into_iter().map(String::from).collect();
    let rustc = Rustc::find(Path::new(".")).unwrap_or_else(|error| panic!("{error}"));
    let results = tempfile::tempdir().expect("a temporary folder");
    let cache = Cache::at(results.path().to_owned());
    let seen = observe(&rustc, &cache, &listing, Look::Once).unwrap_or_else(|error| panic!("{error}"));
    if let Some(problem) = judge::outcome(&listing, &seen).first() {
        panic!("{problem}");
    }
    let found: BTreeSet<String> = seen.codes().into_iter().collect();
    assert_eq!(found, expected, "the codes of\n{}", crate::diagnostic::snapshot(&seen.diagnostics));
}
