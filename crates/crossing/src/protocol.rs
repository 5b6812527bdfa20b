//! What mdBook calls by command line: its JSON on stdin, and on stdout nothing but its JSON.

use std::io::{self, IsTerminal, Read};

use anyhow::{Context, bail};
use mdbook_preprocessor::Preprocessor;
use mdbook_renderer::{RenderContext, Renderer};

use crate::book::admonish::Admonish;
use crate::book::listings::Listings;
use crate::cli;
use crate::linkcheck::Linkcheck;

/// Whether a preprocessor works for a renderer. Both do for all: they make less of renderers other than html.
pub fn supports(_: cli::Preprocessor, _: &str) -> bool {
    true
}

/// Reads a book, and writes it as it comes out of the preprocessor.
pub fn preprocess(name: cli::Preprocessor) -> anyhow::Result<()> {
    let (ctx, book) = mdbook_preprocessor::parse_input(stdin()?)?;
    let book = match name {
        cli::Preprocessor::Listings => Listings::unchecked(&ctx.root)?.run(&ctx, book)?,
        cli::Preprocessor::Admonish => Admonish.run(&ctx, book)?,
    };
    serde_json::to_writer(io::stdout().lock(), &book).context("cannot hand the book back to mdBook")
}

/// Reads a book, and says which of its links lead nowhere.
pub fn linkcheck() -> anyhow::Result<()> {
    Linkcheck.render(&RenderContext::from_json(stdin()?)?)
}

fn stdin() -> anyhow::Result<impl Read> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        bail!("this is for mdBook, which writes a book to it\nhelp: to check and build the book: `cargo run -- build`");
    }
    Ok(stdin.lock())
}
