//! Standard output, which may be closed by whoever reads it: `crossing check | head` is no failure.

use std::io::{self, ErrorKind, Write};

use anyhow::Context;

/// Prints a line.
pub fn line(text: impl std::fmt::Display) -> anyhow::Result<()> {
    match writeln!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("cannot write to standard output"),
        _ => Ok(()),
    }
}
