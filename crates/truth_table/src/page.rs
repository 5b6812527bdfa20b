//! What is generated from the tables and committed, kept true.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::compute::compute;
use crate::error::Error;
use crate::render::{made_with, render};
use crate::rules::rules;
use crate::tables::Tables;

/// How much of a difference is shown.
const SHOWN_LINES: usize = 40;

/// Where the tables stand in a book: what is generated from them.
#[derive(Clone, Debug)]
pub struct Places {
    /// The page "Truth tables".
    pub page: PathBuf,
    /// The rules of the type explorer.
    pub rules: PathBuf,
}

impl Places {
    /// The places in the book at `root`.
    pub fn of(root: &Path) -> Places {
        Places { page: root.join("src/truth-tables.md"), rules: root.join("src/explorer/std.js") }
    }

    /// Each with the text that it must have.
    fn texts<'a>(&'a self, tables: &Tables) -> Result<[(&'a Path, String); 2], Error> {
        Ok([(&self.page, render(tables)?), (&self.rules, rules(tables)?)])
    }
}

/// Computes the tables, and compares what stands at `places` with what they say.
///
/// # Errors
///
/// Those of [`compute`] and of [`compare`].
pub fn check(rustc: &Path, places: &Places) -> Result<Tables, Error> {
    let tables = compute(rustc)?;
    compare(&tables, places)?;
    Ok(tables)
}

/// Compares what stands at `places` with what `tables` say.
///
/// # Errors
///
/// [`Error::Stale`] if it differs, [`Error::OtherCompiler`] if it was made with another compiler, [`Error::File`] if it
/// cannot be read.
pub fn compare(tables: &Tables, places: &Places) -> Result<(), Error> {
    let here = tables.version.to_string();
    for (path, today) in places.texts(tables)? {
        let committed = fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
        if let Some(page) = made_with(&committed).filter(|page| *page != here) {
            return Err(Error::OtherCompiler { path: path.to_owned(), page: page.to_owned(), here });
        }
        if committed != today {
            return Err(Error::Stale { path: path.to_owned(), difference: difference(&committed, &today) });
        }
    }
    Ok(())
}

/// Computes the tables and writes what stands at `places`. Each file is replaced as a whole.
///
/// # Errors
///
/// [`Error::File`] if it cannot be written, and those of [`compute`].
pub fn write(rustc: &Path, places: &Places) -> Result<Tables, Error> {
    let tables = compute(rustc)?;
    for (path, text) in places.texts(&tables)? {
        replace(path, &text).map_err(|source| Error::File { path: path.to_owned(), source })?;
    }
    Ok(tables)
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let file = tempfile::NamedTempFile::new_in(folder)?;
    fs::write(file.path(), text)?;
    file.persist(path)?;
    Ok(())
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
