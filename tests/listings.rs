//! Every listing against its directives, annotations and snapshots, and all that the chapters say: one test for each
//! listing and each exercise, and one for the claims, helpers, snippets and quotations of the chapters.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};
use listing::{ListingReport, Problem, Project, Report};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    match check(root) {
        Ok(report) => libtest_mimic::run(&arguments, trials(report)).exit_code(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn check(root: &Path) -> Result<Report, listing::Error> {
    let project = Project::open(root)?;
    listing::check(&project, &project.chapters()?, &())
}

fn trials(report: Report) -> Vec<Trial> {
    for notice in &report.notices {
        eprintln!("notice: {notice}");
    }
    type Found = BTreeMap<PathBuf, Vec<Problem>>;
    let mut by_stem = Found::new();
    for problem in report.problems {
        by_stem
            .entry(problem.file.with_extension(""))
            .or_default()
            .push(problem);
    }
    let mut trials = Vec::new();
    for listing in report.listings {
        let problems = by_stem
            .remove(&listing.file.with_extension(""))
            .unwrap_or_default();
        trials.push(listing_trial(&listing, problems));
    }
    for exercise in report.exercises {
        let (own, others): (Found, Found) = by_stem
            .into_iter()
            .partition(|(file, _)| file.starts_with(&exercise.folder));
        by_stem = others;
        let problems: Vec<Problem> = own.into_values().flatten().collect();
        let name = format!("{}: {} wrong answers", exercise.name, exercise.wrong);
        trials.push(Trial::test(name, move || verdict(&problems)).with_kind("exercise"));
    }
    let totals = report.totals;
    // What is left is wrong with a chapter: a claim, a helper, a snippet, a quotation, or an unread or orphaned file.
    let rest: Vec<Problem> = by_stem.into_values().flatten().collect();
    let name = format!(
        "{} chapters: {} claims, {} snippets, helpers and quotations",
        totals.chapters, totals.claims, totals.snippets
    );
    trials.push(Trial::test(name, move || verdict(&rest)));
    trials
}

fn listing_trial(listing: &ListingReport, problems: Vec<Problem>) -> Trial {
    let name = match &listing.skipped {
        Some(reason) => format!("{} ({reason})", listing.name),
        None => listing.name.clone(),
    };
    let trial =
        Trial::test(name, move || verdict(&problems)).with_kind(listing.outcome.directive());
    trial.with_ignored_flag(listing.skipped.is_some())
}

fn verdict(problems: &[Problem]) -> Result<(), libtest_mimic::Failed> {
    match problems {
        [] => Ok(()),
        problems => Err(problems
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n\n")
            .into()),
    }
}
