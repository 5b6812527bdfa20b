//! `crossing check`: does all hold that the book says?

use std::process::ExitCode;

use anyhow::Context;
use listing::{Project, Report};

use crate::problems::{Refused, count};
use crate::{output, progress};

/// Checks, and prints what was found: problems on stderr and one line on stdout, or one JSON document on stdout.
pub fn run(project: &Project, json: bool) -> anyhow::Result<ExitCode> {
    let report = report(project)?;
    if json {
        let document = serde_json::to_string_pretty(&report).context("cannot write the report as JSON")?;
        output::line(document)?;
    } else {
        for problem in &report.problems {
            eprintln!("{problem}\n");
        }
        output::line(summary(&report))?;
    }
    Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks the whole book. What does not hold is in the report.
pub fn report(project: &Project) -> anyhow::Result<Report> {
    let report = listing::check(project, &project.chapters()?, &*progress::checking())?;
    for notice in &report.notices {
        eprintln!("note: {notice}");
    }
    Ok(report)
}

/// Checks the whole book; what does not hold is an error.
pub fn holds(project: &Project) -> anyhow::Result<Report> {
    let mut report = report(project)?;
    Refused::unless_empty(std::mem::take(&mut report.problems))?;
    Ok(report)
}

/// One line that says what was checked.
pub fn summary(report: &Report) -> String {
    let totals = &report.totals;
    let verdict = match report.problems.len() {
        0 => "all holds".to_owned(),
        problems => count(problems, "problem"),
    };
    format!(
        "{verdict}: {}, {}, {}, {}, {}, {}, checked with rustc {} in {:.2} s ({} known from before)",
        count(totals.listings, "listing"),
        count(totals.snippets, "snippet"),
        count(totals.diagnostics, "diagnostic"),
        count(totals.claims, "claim"),
        count(totals.questions, "question"),
        count(totals.exercises, "exercise"),
        report.rustc,
        totals.seconds,
        totals.cached,
    )
}
