//! What happens to a listing: what the compiler says of it, and what it does when it runs.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cache::{Cache, Key};
use crate::diagnostic::{Diagnostic, normalize_panic};
use crate::judge;
use crate::problem::Error;
use crate::run::{self, Ended, HANG_LIMIT, LIMIT, Run};
use crate::rustc::{Ask, Rustc};
use crate::source::{Listing, Outcome};

/// How often a program runs before its output counts as always the same.
pub const RUNS: usize = 20;

/// How closely a program is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Look {
    /// It runs once: enough where what it prints is what was recorded.
    Once,
    /// It runs [`RUNS`] times, or until two runs differ.
    Often,
}

/// What was seen. It says nothing of whether that is as it should be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// All that the compiler said.
    pub diagnostics: Vec<Diagnostic>,
    /// The first run, where there was one.
    pub run: Option<Run>,
    /// A later run that ended or printed differently.
    pub other_run: Option<Run>,
}

impl Observation {
    /// Whether the compiler accepted the program.
    pub fn compiled(&self) -> bool {
        !self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The codes of its errors, in order, each once. A lint's name is none.
    pub fn codes(&self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for code in self.diagnostics.iter().filter(|found| found.is_error()).filter_map(|found| found.code.clone()) {
            let is_code = code.len() == 5 && code.starts_with('E') && code[1..].parse::<u16>().is_ok();
            if is_code && !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }
}

/// What must be done to see a listing's outcome.
pub(crate) fn ask(listing: &Listing) -> Ask {
    match listing.outcome {
        Outcome::CheckPass | Outcome::CheckFail => Ask::Check,
        Outcome::RunPass | Outcome::RunFail | Outcome::Hangs => Ask::Build,
        Outcome::DataRace | Outcome::NoDataRace | Outcome::MemoryError => {
            Ask::Sanitize(listing.sanitizer().unwrap_or("thread"))
        }
    }
}

/// The key under which an observation of `listing` is kept: its text, how it is compiled, how it is run, and by whom.
pub(crate) fn key(rustc: &Rustc, listing: &Listing, look: Look) -> Key {
    let flags = rustc.flags(listing, ask(listing)).join("\u{1f}");
    let nightly = if listing.nightly { "nightly" } else { "stable" };
    Key::new([
        "observation",
        &rustc.verbose,
        &rustc.path.to_string_lossy(),
        &flags,
        nightly,
        listing.outcome.directive(),
        if look == Look::Often && repeats(listing) { "often" } else { "once" },
        &listing.text,
    ])
}

/// What is known of `listing` from before.
pub(crate) fn known(rustc: &Rustc, cache: &Cache, listing: &Listing, look: Look) -> Option<Observation> {
    cache.get(&key(rustc, listing, look))
}

/// Compiles `listing` and runs it, and keeps what was seen.
///
/// # Errors
///
/// Where the compiler or the program cannot be started, or the result cannot be kept.
pub(crate) fn observe(rustc: &Rustc, cache: &Cache, listing: &Listing, look: Look) -> Result<Observation, Error> {
    keep(rustc, cache, listing, look, look_at(rustc, listing, look)?)
}

/// The same once, and without keeping it.
pub(crate) fn look_once(rustc: &Rustc, listing: &Listing) -> Result<Observation, Error> {
    look_at(rustc, listing, Look::Once)
}

pub(crate) fn look_at(rustc: &Rustc, listing: &Listing, look: Look) -> Result<Observation, Error> {
    let folder = folder()?;
    let diagnostics = rustc.compile(listing, ask(listing), folder.path())?;
    let mut seen = Observation { diagnostics, ..Observation::default() };
    if seen.compiled() {
        let program = folder.path().join(format!("{}{}", listing.name, std::env::consts::EXE_SUFFIX));
        if listing.tests && listing.sanitizer().is_some() {
            let path = folder.path().join(run::FALSE_REPORTS);
            std::fs::write(&path, CHANNELS).map_err(|source| Error::Write { path, source })?;
        }
        // A listing's tests are told of in the same order each time: one after the other.
        let words: &[&str] = if listing.tests && listing.codes.is_none() { &["--test-threads=1"] } else { &[] };
        see_runs(&mut seen, rustc, listing, look, &program, words)?;
    }
    Ok(seen)
}

/// Runs `listing` as often as it is to be run, as `program` with the arguments `words`.
fn see_runs(
    seen: &mut Observation,
    rustc: &Rustc,
    listing: &Listing,
    look: Look,
    program: &Path,
    words: &[&str],
) -> Result<(), Error> {
    if ask(listing) == Ask::Check {
        return Ok(());
    }
    let folder = program.parent().unwrap_or(Path::new("."));
    let run = || run_once(rustc, listing, program, words, folder);
    let mut first = run()?;
    for _ in 1..TRIES {
        if !is_fault(listing) || judge::ending(listing, first.ended, &first.stderr).is_none() {
            break;
        }
        first = run()?;
    }
    if look == Look::Often && repeats(listing) && matches!(first.ended, Ended::Exit(_) | Ended::Signal(_)) {
        seen.other_run = differing(&first, run)?;
    }
    seen.run = Some(first);
    Ok(())
}

/// Keeps what was seen, unless a run ended as it should not: it may have been the machine's fault, or bad luck, and the
/// next check must be able to see better.
pub(crate) fn keep(
    rustc: &Rustc,
    cache: &Cache,
    listing: &Listing,
    look: Look,
    seen: Observation,
) -> Result<Observation, Error> {
    let mut runs = seen.run.iter().chain(&seen.other_run);
    let as_said = |run: &Run| match listing.tests {
        // A check that rejects may do so in any way: by a failing test, or since a test never ends.
        true if listing.outcome != Outcome::NoDataRace => {
            (run.ended == Ended::Exit(0)) == (listing.outcome == Outcome::RunPass)
        }
        _ => judge::ending(listing, run.ended, &run.stderr).is_none(),
    };
    if runs.all(as_said) {
        cache.put(&key(rustc, listing, look), &seen)?;
    }
    Ok(seen)
}

/// Runs `listing`, if it is to be run, as part of the program that [`crate::batch::compile`] made of it and others, and
/// keeps what was seen.
pub(crate) fn observe_in_batch(
    rustc: &Rustc,
    cache: &Cache,
    listing: &Listing,
    look: Look,
    program: &Path,
) -> Result<Observation, Error> {
    let mut seen = Observation::default();
    see_runs(&mut seen, rustc, listing, look, program, &[&listing.name])?;
    keep(rustc, cache, listing, look, seen)
}

/// The tests of a check may wait on channels. Their locks lie in std, which ThreadSanitizer does not watch, so that it
/// takes their own bookkeeping for a race.
const CHANNELS: &str = "race:std::sync::mpmc::\n";

/// A folder for one compilation, gone when it is dropped.
pub(crate) fn folder() -> Result<tempfile::TempDir, Error> {
    let folder = tempfile::Builder::new().prefix("listing-").tempdir();
    folder.map_err(|source| Error::Write { path: std::env::temp_dir(), source })
}

pub(crate) fn run_once(
    rustc: &Rustc,
    listing: &Listing,
    program: &Path,
    words: &[&str],
    folder: &Path,
) -> Result<Run, Error> {
    let limit = if listing.outcome == Outcome::Hangs { HANG_LIMIT } else { LIMIT };
    Ok(normalize(listing, folder, run::run(rustc, program, words, folder, limit)?))
}

fn differing(first: &Run, run: impl Fn() -> Result<Run, Error>) -> Result<Option<Run>, Error> {
    for _ in 1..RUNS {
        let other = run()?;
        if other != *first {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// How often a program is run at most until a sanitizer sees the fault that it shows. A silent run proves nothing, and one
/// report is enough.
pub(crate) const TRIES: usize = 5;

/// Whether `listing` shows a fault that a sanitizer sees.
fn is_fault(listing: &Listing) -> bool {
    matches!(listing.outcome, Outcome::DataRace | Outcome::MemoryError)
}

/// A sanitizer's report and a hang are seen once: what they print is not compared.
pub(crate) fn repeats(listing: &Listing) -> bool {
    !listing.tests && matches!(listing.outcome, Outcome::RunPass | Outcome::RunFail | Outcome::NoDataRace)
}

fn normalize(listing: &Listing, folder: &Path, run: Run) -> Run {
    let stderr = match listing.sanitizer() {
        Some(_) => sanitizer_report(listing, folder, &run.stderr).unwrap_or_else(|| normalize_panic(&run.stderr)),
        None => normalize_panic(&run.stderr),
    };
    let stdout = if listing.tests { test_results(&run.stdout) } else { run.stdout };
    Run { stdout, stderr, ..run }
}

/// What libtest prints, without how long it took and without thread numbers.
fn test_results(stdout: &str) -> String {
    let untimed = |line: &str| match line.find("; finished in ") {
        Some(at) if line.starts_with("test result: ") => line[..at].to_owned(),
        _ => line.to_owned(),
    };
    normalize_panic(stdout).lines().map(|line| untimed(line) + "\n").collect()
}

/// The sanitizer's first report, cut down to what is the program's own: no addresses, no process numbers, and of each
/// stack only the frames that lie in the listing.
fn sanitizer_report(listing: &Listing, folder: &Path, stderr: &str) -> Option<String> {
    let start = stderr.find("WARNING: ThreadSanitizer").or_else(|| stderr.find("ERROR: AddressSanitizer"))?;
    let source = format!("{}.rs:", listing.name);
    let mut report = String::new();
    for line in stderr[start..].lines() {
        if line.starts_with("SUMMARY") || line.starts_with("====") || line.starts_with("Shadow bytes") {
            break;
        }
        let is_frame = line.trim_start().starts_with('#');
        // `listing_main` is what a batch calls a listing by; its line is none of the listing's.
        if is_frame && (!line.contains(&source) || line.contains("listing_main")) {
            continue;
        }
        if !is_frame && line.trim().is_empty() {
            continue;
        }
        let line = line.replace(&format!("{folder}/", folder = folder.display()), "").replace(CRATE_PATH, "");
        report.push_str(&without_addresses(&line));
        report.push('\n');
    }
    Some(report)
}

/// In a batch, a listing's items are one level deeper than in a program of its own.
const CRATE_PATH: &str = "batch::";

/// Drops ` at 0x7b04…`, `(pid=12)`, `(tid=12, finished)`, `(race+0x12) (BuildId: …)`.
fn without_addresses(line: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut depth = 0usize;
    for word in line.split(' ') {
        let opens = word.starts_with("(pid=")
            || word.starts_with("(tid=")
            || word.starts_with("(BuildId:")
            || (word.starts_with('(') && word.contains("+0x"));
        if opens || depth > 0 {
            depth = usize::from(!word.ends_with(')') && !word.ends_with("):"));
            continue;
        }
        if word.starts_with("0x") {
            if words.last() == Some(&"at") {
                words.pop();
            }
            continue;
        }
        words.push(word);
    }
    let mut line = words.join(" ");
    if let Some(number) = line.strip_prefix("==").and_then(|rest| rest.find("==")) {
        line.replace_range(..number + 4, "");
    }
    line.trim_end().to_owned()
}
