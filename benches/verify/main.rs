//! How fast the book is verified, next to what else could verify it: `cargo bench --bench verify`.
//!
//! Everything is measured in one run, on this machine and on this book, in turns, so that what slows one thing down slows
//! down the others. The checker is the one that `cargo run` builds (dev profile).

mod book;
mod others;
mod table;

use std::io::{self, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use book::{Book, Program};
use others::Mdbook;

/// How often a whole book is verified.
const FEW: usize = 3;
/// How often what takes a moment is done.
const MANY: usize = 15;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    say("building the checker");
    let checker = others::build_checker(root)?;
    let book = Book::without_exercises(root, &checker)?;
    say("what there is to check");
    let programs = book.programs()?;
    let mdbook = Mdbook::find();

    let mut times = Times::default();
    for round in 1..=FEW {
        say(&format!("the whole book, {round} of {FEW}"));
        book.forget()?;
        times.cold.push(book.check()?.wall);
        times.bare.push(others::bare_all(&book, &programs)?);
        if let Ok(mdbook) = &mdbook {
            times.mdbook.extend(mdbook.test(&book)?);
        }
    }
    say("the whole book with its exercises");
    let whole = Book::copy(root, &checker)?;
    times.whole.push(whole.check()?.wall);
    let samples = ["check-fail", "run-pass"].map(|outcome| sample(&programs, outcome));
    say("small changes");
    for _ in 0..MANY {
        let unchanged = book.check()?;
        times.warm.push(unchanged.itself);
        times.warm_wall.push(unchanged.wall);
        times.whole_warm.push(whole.check()?.itself);
        for (program, (changed, bare)) in samples.iter().zip(&mut times.changed) {
            book.touch(program)?;
            changed.push(book.check()?.itself);
            bare.push(others::bare(&book, program)?);
        }
    }
    say("skeptic");
    times.skeptic.extend(others::skeptic(root)?);
    say("");
    let mdbook = mdbook.map(|mdbook| mdbook.version);
    print!("{}", table::table(&book.check()?.report, &mut times, samples, mdbook.as_deref().map_err(String::as_str)));
    Ok(())
}

/// A listing from the middle of those with an outcome.
fn sample<'a>(programs: &'a [Program], outcome: &str) -> &'a Program {
    let of_that_kind: Vec<&Program> = programs.iter().filter(|program| program.outcome == outcome).collect();
    of_that_kind.get(of_that_kind.len() / 2).expect("the book has one of each")
}

/// What was measured, in the order of the table.
#[derive(Default)]
struct Times {
    cold: Vec<Duration>,
    warm: Vec<Duration>,
    warm_wall: Vec<Duration>,
    /// The same with the exercises.
    whole: Vec<Duration>,
    whole_warm: Vec<Duration>,
    /// A failing and a running listing: checked after a change, and compiled by bare rustc.
    changed: [(Vec<Duration>, Vec<Duration>); 2],
    mdbook: Vec<Duration>,
    skeptic: Vec<Duration>,
    bare: Vec<Duration>,
}

/// Progress goes to stderr, so that stdout is the table and nothing else.
fn say(what: &str) {
    eprint!("\r\x1b[2K{what}");
    // Nothing depends on it.
    let _ = io::stderr().flush();
}

/// Runs `work`, and tells how long it took.
fn time<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<(Duration, T)> {
    let started = Instant::now();
    let result = work()?;
    Ok((started.elapsed(), result))
}
