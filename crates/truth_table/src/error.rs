//! What can go wrong, and the way out.

use std::io;
use std::path::PathBuf;

/// Why there are no tables, or why those that there are do not hold.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// rustc cannot be started.
    #[error("cannot start `{}`\nhelp: pass the path of a rustc, such as that of `rustup which rustc`", path.display())]
    Spawn {
        /// The rustc that was asked for.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// A file cannot be read or written.
    #[error("cannot read or write `{}`", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// The compiler's documentation is not installed with it.
    #[error("std's documentation is not installed with `{}`\nhelp: `rustup component add rust-docs`", rustc.display())]
    NoDocs {
        /// The compiler.
        rustc: PathBuf,
    },

    /// A page of std's documentation does not look as expected.
    #[error(
        "cannot read `{page}` of std's documentation: {message}\nhelp: rustdoc has changed its pages; src/docs/ reads them"
    )]
    Docs {
        /// The page, from the documentation's root.
        page: String,
        /// What was looked for, and not found.
        message: String,
    },

    /// A data file of this crate is malformed.
    #[error("malformed entry in `data/{file}`: {message}")]
    Data {
        /// The file in `data/`.
        file: &'static str,
        /// The entry, and what is wrong with it.
        message: String,
    },

    /// A parameter has a bound that the witnesses are not known to meet.
    #[error(
        "no witness for the bound `{bound}` of `{name}`\nhelp: implement it in program/prelude.rs and name it in src/shape.rs"
    )]
    Bound {
        /// The type.
        name: String,
        /// The bound, as std writes it.
        bound: String,
    },

    /// The program that asks for the cells does not compile or does not run.
    #[error("the cells of {name} cannot be computed: {message}")]
    Ask {
        /// The type whose line was refused, or the whole program.
        name: String,
        /// What the compiler said.
        message: String,
    },

    /// The cells of a type are no conjunction of bounds.
    #[error(
        "no formula describes the cells of `{name}` for `{marker}`\nhelp: `Formula` knows always, never, and bounds joined by `and`"
    )]
    NoFormula {
        /// The type.
        name: String,
        /// `Send` or `Sync`.
        marker: &'static str,
    },

    /// A cell or a formula does not hold.
    #[error(
        "{what} of `{name}` does not hold\n{message}\nhelp: `cargo run -- truth-tables --write`, and read the difference"
    )]
    False {
        /// The type.
        name: String,
        /// The cell or the formula.
        what: String,
        /// What the compiler said, or which cell contradicts it.
        message: String,
    },

    /// The committed page is not what the compiler says today.
    #[error("`{}` is not what rustc says today\n{difference}help: `cargo run -- truth-tables --write`, and read the difference", path.display())]
    Stale {
        /// The page.
        path: PathBuf,
        /// The changed lines.
        difference: String,
    },

    /// The committed page was made by another compiler or for another platform.
    #[error("`{}` was made with {page}, this is {here}\nhelp: compare with the same, or `cargo run -- truth-tables --write`", path.display())]
    OtherCompiler {
        /// The page.
        path: PathBuf,
        /// The compiler that the page names.
        page: String,
        /// The compiler that was asked.
        here: String,
    },
}
