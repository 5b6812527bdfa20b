//! Whether a check accepts the solution and rejects what is wrong, with the words that help.

use super::{Answer, Exercise, Trial};
use crate::diagnostic::Diagnostic;
use crate::judge::ending;
use crate::observe::Observation;
use crate::problem::Problem;
use crate::run::{Ended, Run};

/// All that is wrong with how an answer and its check went together.
pub(crate) fn judge(exercise: &Exercise, trial: &Trial, seen: &Observation) -> Vec<Problem> {
    match trial.answer {
        Answer::Solution | Answer::SolutionWatched => accepted(exercise, trial, seen),
        Answer::Starter => rejected_starter(exercise, seen).into_iter().collect(),
        Answer::Wrong(index) => rejected_wrong(exercise, index, seen).into_iter().collect(),
    }
}

/// What the compiler or the failing tests say of an answer; `None` where the check accepts it.
pub(crate) fn rejected(seen: &Observation) -> Option<String> {
    let errors: Vec<String> = seen.diagnostics.iter().filter(|found| found.is_error()).map(Diagnostic::text).collect();
    if !errors.is_empty() {
        return Some(errors.join("\n"));
    }
    let run = seen.run.as_ref()?;
    (run.ended != Ended::Exit(0)).then(|| failures(run))
}

/// The words with which the test `path` failed: its own panic's, or all that was captured where that is not found.
pub(super) fn told(stdout: &str, path: &str) -> String {
    let begin = format!("---- {path} stdout ----\n");
    let Some((_, rest)) = stdout.split_once(&begin) else { return String::new() };
    let end = ["\n---- ", "\nfailures:\n"].iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let captured = &rest[..end];
    let own = captured.find(&format!("thread '{path}'")).map_or(captured, |at| &captured[at..]);
    let Some(panicked) = own.find(" panicked at ") else { return captured.trim().to_owned() };
    let message = own[panicked..].split_once('\n').map_or("", |(_, message)| message);
    let end = ["\nnote: ", "\n\n", "\nthread '"].iter().filter_map(|end| message.find(end)).min();
    let message = message[..end.unwrap_or(message.len())].trim();
    match message.strip_prefix("assertion `").and_then(|rest| rest.split_once("` failed: ")) {
        Some((_, words)) => words.to_owned(),
        None => message.to_owned(),
    }
}

/// What the failing tests printed, without those that passed. A program that was ended tells no failures of its own.
pub(super) fn failures(run: &Run) -> String {
    let failed = run.stdout.split_once("\nfailures:\n").map(|(_, failures)| failures);
    let failed = failed.map(|failures| failures.rsplit_once("\nfailures:\n").map_or(failures, |(told, _)| told));
    match (run.ended, failed) {
        (Ended::Exit(_), Some(failed)) => failed.trim().to_owned(),
        (ended, _) => format!("{}{}it {ended}", run.stdout, run.stderr),
    }
}

fn accepted(exercise: &Exercise, trial: &Trial, seen: &Observation) -> Vec<Problem> {
    let name = &exercise.name;
    // A warning of the solution is told once, by the solution as a listing.
    let warns = |found: &Diagnostic| found.is_warning() && found.line() >= trial.check_line;
    let found = seen.diagnostics.iter().find(|found| found.is_error() || warns(found));
    if let Some(found) = found {
        let what = if found.is_error() { "does not compile" } else { "compiles with a warning" };
        let (file, line) = place(exercise, trial, found.line());
        let problem = Problem::new(file, line, format!("the solution of `{name}` {what} together with its check"));
        return vec![problem.detail(found.text()).help("mend the solution, or the check")];
    }
    let Some(run) = &seen.run else { return Vec::new() };
    let watched = trial.answer == Answer::SolutionWatched;
    let fails = match watched {
        true => ending(&trial.program, run.ended, &run.stderr).is_some(),
        false => run.ended != Ended::Exit(0),
    };
    let under = if watched { " under ThreadSanitizer" } else { "" };
    let message = format!("the solution of `{name}` does not pass its check{under}");
    let problem =
        || exercise.solution.problem_at_top(message).detail(failures(run)).help("mend the solution, or the check");
    fails.then(problem).into_iter().collect()
}

/// The file and line that a line of a composed program comes from.
fn place(exercise: &Exercise, trial: &Trial, line: usize) -> (std::path::PathBuf, usize) {
    match line.checked_sub(trial.check_line) {
        Some(below) => (exercise.check.file.clone(), exercise.check.first_line + below),
        None => (exercise.solution.file.clone(), exercise.solution.file_line(line)),
    }
}

fn rejected_starter(exercise: &Exercise, seen: &Observation) -> Option<Problem> {
    let name = &exercise.name;
    let Some(said) = rejected(seen) else {
        let message = format!("the check of `{name}` accepts the starter");
        let help = "let a test fail as long as the task is not done";
        return Some(exercise.starter.problem_at_top(message).help(help));
    };
    let rejected = exercise.starter_rejected.as_ref()?;
    (!says(&said, &rejected.words)).then(|| {
        let message = format!("what the check says of the starter of `{name}` has no `{}` in it", rejected.words);
        Problem::new(&exercise.starter.file, rejected.line, message).detail(said).help(WORDS)
    })
}

const WORDS: &str = "let the failing test say so, or name words that the message has";

fn rejected_wrong(exercise: &Exercise, index: usize, seen: &Observation) -> Option<Problem> {
    let (wrong, name) = (&exercise.wrong[index], &exercise.name);
    let rejected_line = wrong.rejected.line;
    let Some(said) = rejected(seen) else {
        let message = format!("the check of `{name}` accepts the wrong answer `{}`", wrong.name);
        let help = "add a test that fails for it and says why, or `//@ forbid: …`, or delete it if it is right";
        return Some(Problem::new(&wrong.file, rejected_line, message).help(help));
    };
    (!says(&said, &wrong.rejected.words)).then(|| {
        let words = &wrong.rejected.words;
        let message = format!("what the check of `{name}` says of `{}` has no `{words}` in it", wrong.name);
        Problem::new(&wrong.file, rejected_line, message).detail(said).help(WORDS)
    })
}

fn says(said: &str, words: &str) -> bool {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    folded(said).contains(&folded(words))
}
