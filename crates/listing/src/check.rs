//! Checks all that a book says: listings, snippets, claims, quotations.

use std::collections::{BTreeMap, HashMap};
use std::thread;
use std::time::Instant;

use crate::chapter::{Chapter, Parsed};
use crate::contents::Contents;
use crate::early::{self, Early};
use crate::exercise::{self, Answer, Exercise, ExerciseReport};
use crate::judge;
use crate::observe::{Look, Observation, repeats};
use crate::parallel::{self, join};
use crate::problem::{Error, Problem};
use crate::project::Project;
use crate::quiz;
use crate::quotation;
use crate::report::{ListingReport, QuestionReport, Report, Totals};
use crate::rustc::Rustc;
use crate::schedule::{Seen, observe_all};
use crate::source::Listing;

/// Told what is being checked, from several threads.
pub trait Progress: Sync {
    /// `total` programs are to be checked.
    fn begin(&self, total: usize);
    /// A program is taken up.
    fn step(&self, name: &str);
    /// A program is done.
    fn done(&self, name: &str);
}

impl Progress for () {
    fn begin(&self, _: usize) {}
    fn step(&self, _: &str) {}
    fn done(&self, _: &str) {}
}

/// Checks every listing of the project, and every helper, snippet, claim and quotation of `chapters`.
///
/// # Errors
///
/// Where the checking itself cannot be done: no compiler, an unreadable file. What does not hold is in the report.
pub fn check(project: &Project, chapters: &[Chapter], progress: &dyn Progress) -> Result<Report, Error> {
    let started = Instant::now();
    let rustc = Rustc::recall(project.root(), &project.cache)?;
    let files = project.files()?;
    thread::scope(|scope| {
        let early = scope.spawn(|| early::look(project, &files, &rustc));
        let all = project.listings(&files)?;
        let texts: Vec<Chapter> = all.exercises.values().map(Exercise::chapter).collect();
        let contents = Contents::read(&all, &project.cache, &chapters.iter().chain(&texts).collect::<Vec<_>>());

        let checker = Checker { project, rustc: &rustc, contents: &contents };
        let found = checker.look(|| join(early), progress)?;
        let (keys, unanswered) = quiz::keys(project.root(), &all, &found.seen, &contents.asked, contents.quizzes());
        let mut problems = all.problems.clone();
        problems.extend(project.orphans(&all));
        problems.extend(contents.problems.iter().cloned());
        problems.extend(checker.problems(&found));
        problems.extend(unanswered);
        problems.sort();
        problems.dedup();
        let questions: Vec<QuestionReport> = contents.quizzes().flat_map(|(file, quiz)| quiz.report(file)).collect();
        let totals = Totals {
            questions: questions.len(),
            chapters: chapters.len(),
            seconds: started.elapsed().as_secs_f64(),
            ..checker.totals(&found)
        };
        let (listings, exercises) = (checker.listings(&found), checker.exercises(&found));
        let notices = notices(project, &rustc, &found.skipped);
        drop(contents);
        let seen = found.seen;
        Ok(Report {
            problems,
            notices,
            totals,
            listings,
            exercises,
            questions,
            rustc: rustc.release.clone(),
            all,
            seen,
            keys,
        })
    })
}

/// Looks at a book's programs, and says what is wrong.
struct Checker<'a> {
    project: &'a Project,
    rustc: &'a Rustc,
    contents: &'a Contents<'a>,
}

/// What was seen.
struct Found {
    /// By the names that [`key`] gives.
    seen: HashMap<String, Observation>,
    /// How much of it was known from before.
    cached: usize,
    /// What is wrong with each listing that was seen, by name.
    wrong: HashMap<String, Vec<Problem>>,
    /// What could not be looked at, by name, and why.
    skipped: BTreeMap<String, String>,
}

impl Checker<'_> {
    /// Looks at all programs. What is known is judged while the compiler looks at what was edited last, which is what
    /// `early` waits for.
    fn look(&self, early: impl FnOnce() -> Early, progress: &dyn Progress) -> Result<Found, Error> {
        let (rustc, cache) = (self.rustc, &self.project.cache);
        let (work, skipped) = able(rustc, self.contents.work());
        let work: Vec<(&Listing, Look)> = work.into_iter().map(|listing| (listing, first_look(listing))).collect();
        let mut seen = Seen::known(rustc, cache, &work, progress);
        let mut wrong = self.judge(self.contents.all.by_name.values(), &seen);
        let cached = seen.by_name.len();
        early().take(rustc, cache, &work, progress, &mut seen)?;
        exercise::observe_together(rustc, cache, self.contents, progress, &mut seen)?;
        observe_all(rustc, self.project.root(), cache, &work, progress, &mut seen)?;
        let late = self.contents.all.by_name.values().filter(|listing| !wrong.contains_key(&listing.name));
        let late: Vec<&Listing> = late.collect();
        wrong.extend(self.judge(late, &seen));

        let unsettled = self.contents.all.by_name.values().filter(|listing| {
            let is_wrong = wrong.get(&listing.name).is_some_and(|wrong| !wrong.is_empty());
            is_wrong && seen.by_name.get(&listing.name).is_some_and(|found| unsettled(listing, found))
        });
        let unsettled: Vec<(&Listing, Look)> = unsettled.map(|listing| (listing, Look::Often)).collect();
        let mut closely = Seen::known(rustc, cache, &unsettled, &());
        observe_all(rustc, self.project.root(), cache, &unsettled, &(), &mut closely)?;
        wrong.extend(self.judge(unsettled.iter().map(|(listing, _)| *listing), &closely));
        seen.by_name.extend(closely.by_name);
        Ok(Found { seen: seen.by_name, cached, wrong, skipped })
    }

    /// What is wrong with those of `listings` that were seen.
    fn judge<'l>(&self, listings: impl IntoIterator<Item = &'l Listing>, seen: &Seen) -> HashMap<String, Vec<Problem>> {
        let found = |listing: &'l Listing| Some((listing, seen.by_name.get(&listing.name)?));
        let found: Vec<(&Listing, &Observation)> = listings.into_iter().filter_map(found).collect();
        let compare_text = self.compares_text();
        let judge = |(listing, found): &(&Listing, &Observation)| {
            (listing.name.clone(), judge::judge(self.project.root(), listing, found, compare_text))
        };
        parallel::map(&found, judge).into_iter().collect()
    }

    /// The compiler's words are those of the pinned one.
    fn compares_text(&self) -> bool {
        self.project.pinned().is_none_or(|pinned| pinned == self.rustc.release)
    }

    /// All that what was seen shows to be wrong, but for the quizzes.
    fn problems(&self, found: &Found) -> Vec<Problem> {
        let contents = self.contents;
        let seen = |listing| found.seen.get(&key(listing));
        let mut problems: Vec<Problem> = found.wrong.values().flatten().cloned().collect();
        for snippet in contents.snippets() {
            problems.extend(seen(snippet).into_iter().flat_map(|found| judge::outcome(snippet, found)));
        }
        for trial in contents.trials() {
            let exercise = &contents.all.exercises[&trial.exercise];
            problems.extend(seen(&trial.program).into_iter().flat_map(|found| exercise::judge(exercise, trial, found)));
        }
        for program in &contents.programs {
            let found = seen(&program.listing);
            problems.extend(found.into_iter().flat_map(|found| contents.claims.judge(program, &found.diagnostics)));
        }
        if self.compares_text() {
            let quoted = parallel::map(&contents.chapters, |(chapter, parsed)| {
                quotation::check(&chapter.file(), parsed, || self.answers(chapter, parsed, &found.seen))
            });
            problems.extend(quoted.into_iter().flatten());
        }
        problems
    }

    /// All that the compiler and the programs of a chapter, or of an exercise's text, said.
    fn answers(&self, chapter: &Chapter, parsed: &Parsed, seen: &HashMap<String, Observation>) -> Vec<String> {
        let all = &self.contents.all;
        let own = all.exercises.values().filter(|exercise| exercise.file("exercise.md") == chapter.file());
        let exercises = parsed.exercises.iter().filter_map(|helper| all.exercises.get(&helper.name)).chain(own);
        let of_exercises = exercises.flat_map(|exercise| {
            let tried = self.contents.trials[exercise.name.as_str()].iter().map(|trial| key(&trial.program));
            tried.chain([exercise.starter.name.clone(), exercise.solution.name.clone()])
        });
        let listings = parsed.listing_names().map(String::from).chain(of_exercises);
        let snippets = parsed.snippets.iter().map(|snippet| key(&snippet.listing));
        let mut answers = Vec::new();
        for found in listings.chain(snippets).filter_map(|name| seen.get(&name)) {
            answers.extend(quotation::answers(&found.diagnostics));
            for run in found.run.iter().chain(&found.other_run) {
                answers.extend([run.stdout.clone(), run.stderr.clone()]);
            }
        }
        answers
    }

    /// How much was seen.
    fn totals(&self, found: &Found) -> Totals {
        let contents = self.contents;
        let shown = contents.shown().filter_map(|listing| found.seen.get(&key(listing)));
        Totals {
            listings: contents.all.by_name.len(),
            snippets: contents.snippets().count(),
            diagnostics: shown.map(said).sum(),
            claims: contents.claims.claims.iter().map(|claim| claim.bounds.len()).sum(),
            exercises: contents.all.exercises.len(),
            cached: found.cached,
            ..Totals::default()
        }
    }

    fn listings(&self, found: &Found) -> Vec<ListingReport> {
        let report = |listing: &Listing| ListingReport {
            name: listing.name.clone(),
            file: listing.file.clone(),
            outcome: listing.outcome,
            codes: found.seen.get(&listing.name).map(Observation::codes).unwrap_or_default(),
            holds: found.wrong.get(&listing.name).map(Vec::is_empty),
            skipped: found.skipped.get(&listing.name).cloned(),
        };
        self.contents.all.by_name.values().map(report).collect()
    }

    fn exercises(&self, found: &Found) -> Vec<ExerciseReport> {
        let report = |exercise: &Exercise| {
            let trials = self.contents.trials[exercise.name.as_str()].iter();
            let wrong = trials.filter(|trial| matches!(trial.answer, Answer::Wrong(_)));
            let rejected = |program| found.seen.get(&key(program)).and_then(exercise::rejected).is_some();
            let place = self.place(&exercise.name);
            ExerciseReport {
                name: exercise.name.clone(),
                folder: exercise.folder.clone(),
                title: exercise.prose.title.clone(),
                level: exercise.prose.level,
                chapter: place.map(|(chapter, _)| chapter.path.clone()),
                line: place.map_or(1, |(_, line)| line),
                wrong: wrong.filter(|trial| rejected(&trial.program)).count(),
            }
        };
        self.contents.all.exercises.values().map(report).collect()
    }

    /// Where a chapter has the exercise `name`.
    fn place(&self, name: &str) -> Option<(&Chapter, usize)> {
        self.contents.chapters.iter().find_map(|(chapter, parsed)| {
            let helper = parsed.exercises.iter().find(|helper| helper.name == name)?;
            Some((*chapter, helper.line))
        })
    }
}

/// How many errors and warnings an observation holds.
pub(crate) fn said(seen: &Observation) -> usize {
    seen.diagnostics.iter().filter(|found| found.is_error() || found.is_warning()).count()
}

/// The name under which a program's observation is found.
pub(crate) fn key(listing: &Listing) -> String {
    match listing.codes {
        Some(_) if listing.tests => format!("exercise:{}", listing.name),
        Some(_) if listing.name == "snippet" => format!("{}:{}", listing.file.display(), listing.file_line(1)),
        _ => listing.name.clone(),
    }
}

/// What cannot be seen on this machine is left out, by name and with the reason.
pub(crate) fn able<'a>(rustc: &Rustc, work: Vec<&'a Listing>) -> (Vec<&'a Listing>, BTreeMap<String, String>) {
    let mut skipped = BTreeMap::new();
    let able = work.into_iter().filter(|listing| match lacks(rustc, listing) {
        Some(reason) => skipped.insert(key(listing), reason).is_some(),
        None => true,
    });
    (able.collect(), skipped)
}

/// Output that varies is compared with that of other runs, any other with what was recorded.
pub(crate) fn first_look(listing: &Listing) -> Look {
    if listing.output_varies && repeats(listing) { Look::Often } else { Look::Once }
}

/// One run is enough where it printed what was recorded, since then 20 runs agreed; elsewhere 20 runs must tell whether
/// the output changed or varies.
fn unsettled(listing: &Listing, found: &Observation) -> bool {
    // How a run ended is no matter of taste: one that ended badly is a problem, however often others do not.
    let ended = found.run.as_ref().is_some_and(|run| judge::ending(listing, run.ended, &run.stderr).is_none());
    ended && repeats(listing) && !listing.output_varies
}

fn lacks(rustc: &Rustc, listing: &Listing) -> Option<String> {
    listing.sanitizer().and_then(|sanitizer| rustc.lacks_sanitizer(sanitizer))
}

fn notices(project: &Project, rustc: &Rustc, skipped: &BTreeMap<String, String>) -> Vec<String> {
    let mut notices = Vec::new();
    if let Some(pinned) = project.pinned().filter(|pinned| *pinned != rustc.release) {
        notices.push(format!(
            "rustc {} is not the pinned {pinned}: outcomes and codes are checked, the compiler's words are not compared",
            rustc.release
        ));
    }
    let mut reasons: BTreeMap<&String, Vec<&str>> = BTreeMap::new();
    for (name, reason) in skipped {
        reasons.entry(reason).or_default().push(name);
    }
    notices.extend(
        reasons.into_iter().map(|(reason, names)| format!("not checked, since {reason}: {}", names.join(", "))),
    );
    notices
}
