//! The type explorer agrees with the compiler: about thousands of random types and declarations, both are asked.
//!
//! A failure prints the seed and the question. `EXPLORER_SEED=7` asks the same again, `EXPLORER_CASES=100000` asks more.
//! Where Node is missing the test is ignored, by name and with the reason; with `REQUIRE_BROWSER=1` it fails.

mod ask;
mod generate;
mod hostile;
mod linked;
mod random;

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use libtest_mimic::{Arguments, Failed, Trial};
use truth_table::Catalog;

use crate::ask::{Answer, Refused};
use crate::generate::{Case, Generator};

/// How many questions `cargo test` asks.
const CASES: usize = 2_400;
/// How many of them one compilation answers.
const BATCH: usize = 400;
/// How many are made at a time.
const ROUND: usize = 10_000;
/// How many disagreements are shown.
const SHOWN: usize = 4;

fn main() -> ExitCode {
    let required = env::var_os("REQUIRE_BROWSER").is_some_and(|value| !value.is_empty() && value != "0");
    let missing = Command::new("node").arg("--version").output().is_err();
    let ignored = missing && !required;
    let trial = |name: &str, test: fn() -> Result<(), Failed>| {
        let name = if ignored { format!("{name} (no node on the PATH)") } else { name.to_owned() };
        Trial::test(name, test).with_ignored_flag(ignored)
    };
    let trials = vec![
        trial("the_explorer_agrees_with_rustc_about_random_types", agreement),
        trial("every_question_that_a_page_links_is_answered_as_rustc_answers_it", linked::questions),
        trial("a_question_that_asks_nothing_is_refused_with_its_place", hostile::malformed),
        trial("hostile_questions_end_at_once", hostile::in_time),
    ];
    let mut arguments = Arguments::from_args();
    // Each asks on all cores.
    arguments.test_threads = Some(1);
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn rustc() -> PathBuf {
    env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from)
}

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok()?.parse().ok()
}

fn agreement() -> Result<(), Failed> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_millis() as u64 % 1_000_000_007);
    let seed = number("EXPLORER_SEED").unwrap_or(now);
    let count = number("EXPLORER_CASES").map_or(CASES, |count| count as usize);
    println!("seed {seed}: `EXPLORER_SEED={seed} EXPLORER_CASES={count} cargo test -p truth_table --test explorer`");
    let catalog = Catalog::committed().map_err(|error| error.to_string())?;
    let mut generator = Generator::new(seed, &catalog);
    let mut total = BTreeMap::new();
    let begin = Instant::now();
    for from in (0..count).step_by(ROUND) {
        let cases: Vec<Case> = (from..count.min(from + ROUND)).map(|_| generator.case()).collect();
        for (is, times) in round(&cases).map_err(|said| format!("seed {seed}: {said}"))? {
            *total.entry(is).or_insert(0) += times;
        }
        let seconds = begin.elapsed().as_secs();
        println!("{} questions in {seconds} s, no disagreement: {total:?}", from + cases.len());
    }
    match total.get("unknown") {
        Some(unknown) if unknown * 100 >= count => Err(format!("seed {seed}: {unknown} answers are `unknown`").into()),
        _ => Ok(()),
    }
}

/// Asks both about `cases`, and returns how often each answer was given.
fn round(cases: &[Case]) -> Result<BTreeMap<String, usize>, String> {
    let sources: Vec<String> = cases.iter().map(Case::source).collect();
    let answers = ask::explorer("--lines", &sources).map_err(said)?;
    if let Some(at) = answers.iter().position(|answer| !answer.error.is_empty()) {
        return Err(format!("the explorer refuses\n{}\nwith: {}", sources[at], answers[at].error));
    }
    let refused = compare(cases, &answers).map_err(said)?;
    if refused.is_empty() { Ok(tally(&answers)) } else { Err(told(&refused, cases, &answers)) }
}

fn said(failed: Failed) -> String {
    failed.message().unwrap_or("an error without a message").to_owned()
}

/// How often each answer was given.
fn tally(answers: &[Answer]) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for answer in answers {
        let is = match (answer.send.as_str(), answer.sync.as_str()) {
            ("unknown", _) | (_, "unknown") => "unknown".to_owned(),
            (send, sync) => format!("Send {send}, Sync {sync}"),
        };
        *tally.entry(is).or_insert(0) += 1;
    }
    tally
}

/// Asks rustc on all cores.
fn compare(cases: &[Case], answers: &[Answer]) -> Result<Vec<Refused>, Failed> {
    let rustc = rustc();
    let asked: Vec<(usize, &Case, &Answer)> =
        cases.iter().zip(answers).enumerate().map(|(at, (case, answer))| (at, case, answer)).collect();
    let batches: Vec<_> = asked.chunks(BATCH).collect();
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Result<Vec<Refused>, Failed>>> = Mutex::new(Vec::new());
    let work = || {
        while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
            let result = ask::rustc(&rustc, batch);
            results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(result);
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(work);
        }
    });
    let results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let refused: Vec<Vec<Refused>> = results.into_iter().collect::<Result<_, _>>()?;
    Ok(refused.into_iter().flatten().collect())
}

fn told(refused: &[Refused], cases: &[Case], answers: &[Answer]) -> String {
    let mut numbers: Vec<usize> = refused.iter().map(|refused| refused.case).collect();
    numbers.dedup();
    let mut text = format!("rustc disagrees about {} of {} questions\n", numbers.len(), cases.len());
    for Refused { case, says } in refused.iter().take(SHOWN) {
        let source = cases[*case].source();
        text.push_str(&format!("\n{source}\nexplorer: {:?}\nrustc: {says}\n", answers[*case]));
    }
    text
}
