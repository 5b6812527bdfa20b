//! What must hold of the tables, the list behind them, and the page made of them.
//!
//! What needs std's documentation is ignored, by name and with the reason, where that is not installed.

mod completeness;
mod facts;
mod page;
mod planted;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;
use std::time::Instant;

use libtest_mimic::{Arguments, Failed, Trial};
use truth_table::{Error, Tables};

/// The tables are computed once for all tests.
static TABLES: LazyLock<Result<Tables, Error>> = LazyLock::new(|| {
    let begin = Instant::now();
    let tables = truth_table::compute(&rustc());
    if let Ok(tables) = &tables {
        let cells: usize = tables.types.iter().map(|table| table.cells.len()).sum();
        let seconds = begin.elapsed().as_secs_f64();
        println!("{} types, {cells} cells, verified in {seconds:.1} s", tables.types.len());
    }
    tables
});

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Each test starts compilers; the machine's cores are theirs.
    arguments.test_threads = arguments.test_threads.or(Some(1));
    let trials = [completeness::trials(), facts::trials(), planted::trials(), page::trials()];
    libtest_mimic::run(&arguments, trials.into_iter().flatten().collect()).exit_code()
}

fn rustc() -> PathBuf {
    std::env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from)
}

/// The computed tables.
fn tables() -> Result<&'static Tables, Failed> {
    TABLES.as_ref().map_err(|error| Failed::from(error.to_string()))
}

/// A file of the book.
fn book(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn trial(name: &str, test: fn() -> Result<(), Failed>) -> Trial {
    Trial::test(name, test)
}

/// Fails with `message` unless `holds`.
fn ensure(holds: bool, message: impl FnOnce() -> String) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(message().into()) }
}
