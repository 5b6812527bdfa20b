//! What is wrong, where, and the way out.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;

/// One thing that does not hold. It displays as rustc displays an error:
///
/// ```text
/// error: `rc_across_spawn` compiles, but `//@ check-fail` expects an error
///  --> examples/fails/rc_across_spawn.rs:1
/// help: restore the error, or move the listing up to examples/
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file to look at, relative to the book's root.
    pub file: PathBuf,
    /// The line to look at, from 1.
    pub line: usize,
    /// What was expected and what was found, in one sentence.
    pub message: String,
    /// What was found in full: a difference, or the compiler's words.
    pub detail: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at `file:line`.
    pub fn new(file: impl AsRef<Path>, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.as_ref().to_owned(), line: line.max(1), message: message.into(), detail: None, help: None }
    }

    /// Adds what was found in full.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n --> {}:{}", self.message, self.file.display(), self.line)?;
        if let Some(detail) = &self.detail {
            for line in detail.trim_end().lines() {
                write!(f, "\n  | {line}")?;
            }
        }
        if let Some(help) = &self.help {
            write!(f, "\nhelp: {help}")?;
        }
        Ok(())
    }
}

/// Why checking could not be done at all. What is wrong with the book itself is a [`Problem`].
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder of the book cannot be read.
    #[error("cannot read `{path}`: {source}")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A snapshot or a result cannot be written.
    #[error("cannot write `{path}`: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// There is no compiler to ask.
    #[error("cannot start `{rustc}`: {source}\nhelp: install Rust from https://rustup.rs, or set RUSTC to a compiler")]
    NoRustc {
        /// What was tried.
        rustc: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The compiler or a program could not be started or waited for.
    #[error("cannot run `{program}`: {source}")]
    Spawn {
        /// What was to be run.
        program: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The compiler answered in a form that is not its JSON.
    #[error("rustc's answer for `{what}` cannot be read: {reason}")]
    Answer {
        /// What it was asked about.
        what: String,
        /// What was found.
        reason: String,
    },
    /// `bless` was asked for a listing that does not exist.
    #[error("no listing is named `{0}`\nhelp: `cargo run -- check --json` lists them all")]
    NoSuchListing(String),
    /// What the compiler says now may not become a snapshot.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"))]
    NotBlessed(Vec<Problem>),
}
