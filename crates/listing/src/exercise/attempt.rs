//! A reader's answer, held against the check.

use super::Exercise;
use super::judge::{failures, told};
use crate::diagnostic::Diagnostic;
use crate::observe;
use crate::problem::Error;
use crate::run::{Ended, Run};
use crate::rustc::Rustc;
use crate::source::{Listing, Outcome};

/// What the compiler and the tests said of an answer.
#[derive(Debug)]
pub struct Attempt {
    /// All that the compiler said, with its colours.
    pub diagnostics: Vec<Diagnostic>,
    /// The tests' run, where the answer compiles.
    pub run: Option<Run>,
}

/// One test of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Its name, as words.
    pub name: String,
    /// Whether it passed.
    pub passed: bool,
    /// With which words it failed.
    pub words: String,
}

/// Compiles `answer` with the check of `exercise`, and runs the tests. Nothing of it is kept.
///
/// # Errors
///
/// Where the compiler or the program cannot be started.
pub fn attempt(rustc: &Rustc, exercise: &Exercise, answer: &str) -> Result<Attempt, Error> {
    let (text, _) = exercise.check.compose(answer);
    let mut program = Listing::snippet(&exercise.check.file, 1, text, Outcome::RunPass);
    program.name = exercise.name.clone();
    program.nightly = exercise.solution.nightly;
    program.edition = exercise.solution.edition.clone();
    program.tests = true;
    let seen = observe::look_once(rustc, &program)?;
    Ok(Attempt { diagnostics: seen.diagnostics, run: seen.run })
}

impl Attempt {
    /// Whether the check accepts the answer.
    pub fn passes(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.ended == Ended::Exit(0))
    }

    /// The tests that ended, in the order in which they did.
    pub fn tests(&self) -> Vec<Test> {
        let stdout = self.run.as_ref().map_or("", |run| &run.stdout);
        let tests = stdout.lines().filter_map(|line| {
            let (path, verdict) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
            let path = path.trim_end_matches(" - should panic");
            let passed = verdict == "ok";
            let words = if passed { String::new() } else { told(stdout, path) };
            let name = path.rsplit("::").next().unwrap_or(path).replace('_', " ");
            matches!(verdict, "ok" | "FAILED").then_some(Test { name, passed, words })
        });
        tests.collect()
    }

    /// What the program printed, where no test tells what is wrong: it was ended, or ended itself.
    pub fn otherwise(&self) -> Option<String> {
        let run = self.run.as_ref().filter(|run| run.ended != Ended::Exit(0))?;
        self.tests().iter().all(|test| test.passed).then(|| failures(run))
    }
}
