//! The committed page, kept true.

use std::fs;
use std::path::Path;

use similar::TextDiff;

use crate::compute::compute;
use crate::error::Error;
use crate::render::{made_with, render};
use crate::tables::Tables;

/// How much of a difference is shown.
const SHOWN_LINES: usize = 40;

/// Computes the tables, and compares the page at `path` with what they say.
///
/// # Errors
///
/// Those of [`compute`] and of [`compare`].
pub fn check(rustc: &Path, path: &Path) -> Result<Tables, Error> {
    let tables = compute(rustc)?;
    compare(&tables, path)?;
    Ok(tables)
}

/// Compares the page at `path` with what `tables` say.
///
/// # Errors
///
/// [`Error::Stale`] if it differs, [`Error::OtherCompiler`] if it was made with another compiler, [`Error::File`] if it
/// cannot be read.
pub fn compare(tables: &Tables, path: &Path) -> Result<(), Error> {
    let committed = fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let here = tables.version.to_string();
    if let Some(page) = made_with(&committed).filter(|page| *page != here) {
        return Err(Error::OtherCompiler { path: path.to_owned(), page: page.to_owned(), here });
    }
    let today = render(tables)?;
    if committed == today {
        return Ok(());
    }
    Err(Error::Stale { path: path.to_owned(), difference: difference(&committed, &today) })
}

/// Computes the tables and writes the page to `path`. The file is replaced as a whole.
///
/// # Errors
///
/// [`Error::File`] if it cannot be written, and those of [`compute`].
pub fn write(rustc: &Path, path: &Path) -> Result<Tables, Error> {
    let tables = compute(rustc)?;
    let failed = |source| Error::File { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    fs::write(file.path(), render(&tables)?).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(tables)
}

/// The changed lines, the first of them if there are many.
fn difference(committed: &str, today: &str) -> String {
    let diff = TextDiff::from_lines(committed, today);
    let changed = diff.unified_diff().context_radius(0).header("committed", "rustc").to_string();
    let mut lines = changed.lines();
    let mut shown: String = lines.by_ref().take(SHOWN_LINES).flat_map(|line| [line, "\n"]).collect();
    let more = lines.count();
    if more > 0 {
        shown.push_str(&format!("… and {more} more lines\n"));
    }
    shown
}
