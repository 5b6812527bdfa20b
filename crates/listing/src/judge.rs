//! Whether what happened to a listing is what its directives say.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::{self, Diagnostic};
use crate::observe::{Observation, RUNS, repeats};
use crate::problem::Problem;
use crate::run::Ended;
use crate::snapshot;
use crate::source::{Annotation, Expect, Listing, Outcome};

/// All that is wrong with `listing`, given what happened to it. Where `compare_text` is not set (another compiler than
/// the pinned one), outcome and codes must hold, and the compiler's words are not compared.
pub(crate) fn judge(root: &Path, listing: &Listing, seen: &Observation, compare_text: bool) -> Vec<Problem> {
    let mut problems = outcome(listing, seen);
    if problems.is_empty() && listing.codes.is_none() {
        problems.extend(snapshot::compare(root, listing, seen, compare_text));
    }
    problems
}

/// The texts that belong beside the listing, by suffix.
pub(crate) fn snapshots(listing: &Listing, seen: &Observation) -> BTreeMap<&'static str, String> {
    let mut texts = BTreeMap::new();
    match listing.outcome {
        Outcome::CheckFail => {
            texts.insert("stderr", diagnostic::snapshot(&seen.diagnostics));
        }
        Outcome::CheckPass | Outcome::Hangs | Outcome::DataRace | Outcome::MemoryError => {}
        Outcome::RunPass | Outcome::RunFail | Outcome::NoDataRace => {
            if let Some(run) = seen.run.as_ref().filter(|_| !listing.output_varies) {
                texts.insert("stdout", run.stdout.clone());
                texts.insert("stderr", run.stderr.clone());
            }
        }
    }
    texts.retain(|_, text| !text.is_empty());
    texts
}

/// Whether the outcome is the one that the directives name, without regard to snapshots.
pub(crate) fn outcome(listing: &Listing, seen: &Observation) -> Vec<Problem> {
    if listing.outcome == Outcome::CheckFail {
        return errors(listing, seen);
    }
    if let Some(error) = seen.diagnostics.iter().find(|found| found.is_error() || found.is_warning()) {
        return vec![unexpected_diagnostic(listing, error)];
    }
    match &seen.run {
        Some(run) => ending(listing, run.ended, &run.stderr).into_iter().chain(varying(listing, seen)).collect(),
        None => Vec::new(),
    }
}

fn unexpected_diagnostic(listing: &Listing, found: &Diagnostic) -> Problem {
    let expected = listing.outcome.directive();
    let what = if found.is_error() { "does not compile" } else { "compiles with a warning" };
    let problem = listing.problem(found.line(), format!("{} {what}, but is `//@ {expected}`", quoted(listing)));
    let help = match found.is_error() {
        true => "mend it, or, if the error is the point, move it to examples/fails/ and make it `//@ check-fail`",
        false => "mend it, or say at the item why the lint does not apply: `#[expect(lint_name)]`",
    };
    problem.detail(found.text()).help(help)
}

fn quoted(listing: &Listing) -> String {
    if listing.codes.is_some() { "the snippet".into() } else { format!("`{}`", listing.name) }
}

/// What is wrong with how a program ended.
pub(crate) fn ending(listing: &Listing, ended: Ended, stderr: &str) -> Option<Problem> {
    let raced = stderr.starts_with("WARNING: ThreadSanitizer");
    let broke = stderr.starts_with("ERROR: AddressSanitizer");
    let (holds, help) = match listing.outcome {
        Outcome::RunPass => (ended == Ended::Exit(0), "mend it, or make it `//@ run-fail` or `//@ hangs`"),
        Outcome::RunFail => (
            matches!(ended, Ended::Exit(status) if status != 0) || matches!(ended, Ended::Signal(_)),
            "it should panic",
        ),
        Outcome::Hangs => (ended == Ended::TimeLimit, "it should still run at its limit"),
        Outcome::DataRace => (raced && accesses(stderr) == 2, DATA_RACE_HELP),
        Outcome::NoDataRace => {
            (ended == Ended::Exit(0) && !raced, "mend it, or make it `//@ data-race`; join every thread")
        }
        Outcome::MemoryError => {
            (broke && stderr.contains("\n    #"), "AddressSanitizer reports nothing in the listing")
        }
        Outcome::CheckPass | Outcome::CheckFail => (true, ""),
    };
    let expected = listing.outcome.directive();
    (!holds).then(|| {
        let message = format!("{} {ended}, but is `//@ {expected}`", quoted(listing));
        let problem = listing.problem_at_top(message).help(help);
        if stderr.is_empty() { problem } else { problem.detail(stderr) }
    })
}

const DATA_RACE_HELP: &str =
    "ThreadSanitizer must name two accesses in the listing itself: widen the window in which both threads run";

/// How many of a race's two accesses lie in the listing: std is not instrumented, so that a report which lies wholly
/// in std may be a false one.
fn accesses(report: &str) -> usize {
    let is_access = |line: &str| line.contains("rite of size") || line.contains("ead of size");
    let lines: Vec<&str> = report.lines().collect();
    lines.windows(2).filter(|pair| is_access(pair[0]) && pair[1].trim_start().starts_with('#')).count()
}

fn varying(listing: &Listing, seen: &Observation) -> Option<Problem> {
    let repeats = repeats(listing);
    match (&seen.run, &seen.other_run) {
        (Some(first), Some(other)) if !listing.output_varies => {
            let message = format!("{} does not print the same in every run", quoted(listing));
            let detail = format!(
                "one run {}:\n{}{}another {}:\n{}{}",
                first.ended, first.stdout, first.stderr, other.ended, other.stdout, other.stderr
            );
            let help =
                "if that is the point, add `//@ output-varies`; else let nothing depend on which thread is first";
            Some(listing.problem_at_top(message).detail(detail).help(help))
        }
        (Some(_), None) if listing.output_varies && repeats => {
            let message = format!("{} is `//@ output-varies`, but {RUNS} runs printed the same", quoted(listing));
            Some(listing.problem_at_top(message).help("drop the directive, or make the difference likely"))
        }
        _ => None,
    }
}

fn errors(listing: &Listing, seen: &Observation) -> Vec<Problem> {
    let errors: Vec<&Diagnostic> = seen.diagnostics.iter().filter(|found| found.is_error()).collect();
    if errors.is_empty() {
        let message = format!("{} compiles, but `//@ check-fail` expects an error", quoted(listing));
        let help = "restore the error, or move the listing up to examples/";
        return vec![listing.problem_at_top(message).help(help)];
    }
    match &listing.codes {
        Some(codes) => snippet_codes(listing, codes, seen),
        None => annotations(listing, &errors),
    }
}

fn snippet_codes(listing: &Listing, codes: &[String], seen: &Observation) -> Vec<Problem> {
    let found = seen.codes();
    if codes.is_empty() || codes.iter().all(|code| found.contains(code)) && found.len() == codes.len() {
        return Vec::new();
    }
    let message = format!("the snippet expects {}, but the compiler reports {}", codes.join(", "), found.join(", "));
    let detail = diagnostic::snapshot(&seen.diagnostics);
    vec![listing.problem_at_top(message).detail(detail).help("name the codes in the fence: `compile_fail,E0277`")]
}

/// Pairs each error with the annotation on its line; what stays alone on either side is a problem.
fn annotations(listing: &Listing, errors: &[&Diagnostic]) -> Vec<Problem> {
    let mut open: Vec<&Annotation> = listing.annotations.iter().collect();
    let mut problems = Vec::new();
    for error in errors {
        match open.iter().position(|annotation| annotation.line == error.line() && expected(error, &annotation.expect))
        {
            Some(index) => drop(open.remove(index)),
            None => problems.push(unannotated(listing, error)),
        }
    }
    problems.extend(open.into_iter().map(|annotation| unreported(listing, annotation, errors)));
    problems.sort_by_key(|problem| problem.line);
    problems
}

fn expected(error: &Diagnostic, expect: &Expect) -> bool {
    match expect {
        Expect::Code(code) => error.code.as_ref() == Some(code),
        Expect::Text(text) => error.message.contains(text.as_str()),
    }
}

fn unannotated(listing: &Listing, error: &Diagnostic) -> Problem {
    let message = format!("an error that no annotation expects: `{}`", error.headline());
    let annotation = error.code.as_deref().unwrap_or(&error.message);
    let help = format!("mend it, or add `//~ ERROR {annotation}` to this line");
    listing.problem(error.line(), message).detail(error.text()).help(help)
}

fn unreported(listing: &Listing, annotation: &Annotation, errors: &[&Diagnostic]) -> Problem {
    let expect = &annotation.expect;
    let message = format!("`//~ ERROR {expect}` expects an error that the compiler does not report on this line");
    let problem = Problem::new(&listing.file, annotation.file_line, message);
    match errors.iter().find(|error| expected(error, expect)) {
        Some(error) => {
            let line = listing.file_line(error.line());
            problem.help(format!("the compiler reports it on line {line}: move the annotation there"))
        }
        None => problem.help("drop the annotation, or restore the error"),
    }
}
