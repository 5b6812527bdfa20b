//! `crossing truth-tables`: Send and Sync of std's types, and the page that says so.

use std::path::{Path, PathBuf};

use listing::rustc::Rustc;

use crate::output;

/// What is asked of the truth tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Compute them, and compare the page with them.
    Check,
    /// Compute them, and write the page.
    Write,
    /// Read the list of types from std's documentation, and write it.
    List,
}

/// Does what is asked for the book at `root`, and says how much that was.
pub fn run(root: &Path, ask: Ask) -> anyhow::Result<()> {
    let rustc = Rustc::find(root)?;
    let page = PathBuf::from("src/truth-tables.md");
    let tables = match ask {
        Ask::Check => truth_table::check(&rustc.path, &root.join(&page))?,
        Ask::Write => truth_table::write(&rustc.path, &root.join(&page))?,
        Ask::List => {
            let list = Path::new("crates/truth_table/data/types.toml");
            let catalog = truth_table::write_list(&rustc.path, &root.join(list))?;
            return output::line(format_args!("{} types in {}", catalog.paths().count(), list.display()));
        }
    };
    let types = tables.types.len();
    let verb = if ask == Ask::Check { "says" } else { "was written with" };
    output::line(format_args!("{} {verb} what rustc {} answers: {types} types", page.display(), rustc.release))
}
