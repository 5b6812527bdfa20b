//! The recorded texts beside a listing: `name.stderr` and `name.stdout`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::judge;
use crate::observe::Observation;
use crate::problem::{Error, Problem};
use crate::source::{Listing, Outcome};

/// The suffixes that snapshots have.
pub(crate) const SUFFIXES: [&str; 2] = ["stderr", "stdout"];

/// Where a listing's snapshot is, relative to the book's root.
pub(crate) fn path(listing: &Listing, suffix: &str) -> PathBuf {
    listing.file.with_extension(suffix)
}

/// Compares what happened with the snapshots.
pub(crate) fn compare(root: &Path, listing: &Listing, seen: &Observation, compare_text: bool) -> Vec<Problem> {
    let texts = judge::snapshots(listing, seen);
    let from_compiler = listing.outcome == Outcome::CheckFail;
    let mut problems = Vec::new();
    for suffix in SUFFIXES {
        let file = path(listing, suffix);
        let recorded = fs::read_to_string(root.join(&file)).ok();
        let found = texts.get(suffix);
        if suffix == "stderr" && !compare_text && (from_compiler || found.is_some() == recorded.is_some()) {
            continue;
        }
        problems.extend(difference(listing, &file, recorded.as_deref(), found.map(String::as_str)));
    }
    problems
}

fn difference(listing: &Listing, file: &Path, recorded: Option<&str>, found: Option<&str>) -> Option<Problem> {
    let name = &listing.name;
    match (recorded, found) {
        (Some(recorded), Some(found)) if recorded == found => None,
        (None, None) => None,
        (Some(recorded), Some(found)) => {
            let line = recorded.lines().zip(found.lines()).take_while(|(recorded, found)| recorded == found).count();
            let message = format!("`{name}` no longer says what its snapshot holds");
            let help = format!("if the new text is right: `cargo run -- bless {name}`");
            Some(Problem::new(file, line + 1, message).detail(diff(recorded, found)).help(help))
        }
        (None, Some(found)) => {
            let message = format!("`{name}` has no snapshot `{}`", file.display());
            let help = format!("look at what it says; if it is right: `cargo run -- bless {name}`");
            Some(listing.problem_at_top(message).detail(found).help(help))
        }
        (Some(_), None) => {
            let message = format!("a snapshot of `{name}`, which says nothing there");
            let help = format!("`cargo run -- bless {name}` removes it");
            Some(Problem::new(file, 1, message).help(help))
        }
    }
}

fn diff(recorded: &str, found: &str) -> String {
    similar::TextDiff::from_lines(recorded, found)
        .unified_diff()
        .context_radius(2)
        .header("recorded", "now")
        .to_string()
}

/// Writes the snapshots of `listing`; returns those that changed, relative to the book's root.
pub(crate) fn write(root: &Path, listing: &Listing, seen: &Observation) -> Result<Vec<PathBuf>, Error> {
    let texts = judge::snapshots(listing, seen);
    let mut written = Vec::new();
    for suffix in SUFFIXES {
        let file = path(listing, suffix);
        let path = root.join(&file);
        let recorded = fs::read_to_string(&path).ok();
        let result = match texts.get(suffix) {
            found if found == recorded.as_ref() => continue,
            Some(text) => replace(&path, text),
            None => fs::remove_file(&path),
        };
        result.map_err(|source| Error::Write { path, source })?;
        written.push(file);
    }
    Ok(written)
}

fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let file = tempfile::NamedTempFile::new_in(folder)?;
    fs::write(file.path(), text)?;
    #[cfg(unix)]
    fs::set_permissions(file.path(), std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    file.persist(path)?;
    Ok(())
}
