//! `crossing truth-tables`: Send and Sync of std's types, and what is generated from them.

use std::path::Path;

use listing::rustc::Rustc;

use crate::output;

/// What is asked of the truth tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Compute them, and compare what was generated with them.
    Check,
    /// Compute them, and write the page and the type explorer's rules.
    Write,
    /// Read the list of types from std's documentation, and write it.
    List,
}

/// Does what is asked for the book at `root`, and says how much that was.
pub fn run(root: &Path, ask: Ask) -> anyhow::Result<()> {
    let rustc = Rustc::find(root)?;
    let places = truth_table::Places::of(root);
    let tables = match ask {
        Ask::Check => truth_table::check(&rustc.path, &places)?,
        Ask::Write => truth_table::write(&rustc.path, &places)?,
        Ask::List => {
            let list = Path::new("crates/truth_table/data/types.toml");
            let catalog = truth_table::write_list(&rustc.path, &root.join(list))?;
            return output::line(format_args!("{} types in {}", catalog.paths().count(), list.display()));
        }
    };
    let types = tables.types.len();
    let verb = if ask == Ask::Check { "say" } else { "were written with" };
    let files = "src/truth-tables.md and src/explorer/std.js";
    output::line(format_args!("{files} {verb} what rustc {} answers: {types} types", rustc.release))
}
