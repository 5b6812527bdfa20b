//! The book's one binary: checks it, builds it, serves it, and is what mdBook calls.
//!
//! Start at [`cli`], which says what can be asked for; each command is one module below it.
//!
//! - [`check`] and [`bless`]: ask the `listing` crate, and print its answer
//! - [`exercise`]: the exercises in the reader's own editor
//! - [`book`]: mdBook with our preprocessors and renderer in the same process; [`protocol`]: the same, for `mdbook`
//! - [`linkcheck`]: links and their fragments, std's documentation included, without a network
//! - [`serve`]: the pages at 127.0.0.1 with the playground beside them; [`server`]: how they are answered
//!
//! Nothing here knows what a listing or a claim is.

mod bless;
mod book;
mod browser;
mod check;
mod cli;
mod exercise;
mod linkcheck;
mod output;
mod problems;
mod progress;
mod protocol;
mod root;
mod serve;
mod server;
mod truth_tables;
mod watch;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    // The playground starts this executable once more for each run. That has to be seen before any thread exists.
    let warden = playground::Warden::enter();
    // mdBook tells some faults only to its log. The log of `log`, which `init` would turn on as well, is html5ever's.
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .without_time()
        .finish();
    tracing::subscriber::set_global_default(log).expect("nothing has set one before");
    match cli::run(cli::Cli::parse(), warden) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", problems::describe(&error));
            ExitCode::FAILURE
        }
    }
}
