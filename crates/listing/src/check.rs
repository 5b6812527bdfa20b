//! Checks all that a book says: listings, snippets, claims, quotations.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use crate::chapter::{Chapter, Helper, Parsed};
use crate::claim::{self, Claims, Program};
use crate::exercise::{self, Answer, Exercise, ExerciseReport, Trial};
use crate::judge;
use crate::observe::{Look, Observation, repeats};
use crate::problem::{Error, Problem};
use crate::project::{Listings, Project};
use crate::quiz::{self, Asked};
use crate::quotation;
use crate::report::{ListingReport, QuestionReport, Report, Totals};
use crate::rustc::Rustc;
use crate::schedule::{Seen, early, observe_all};
use crate::snapshot;
use crate::source::{Listing, Outcome, closest};

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
    // The compiler is waited for at every turn: what can be read meanwhile is read meanwhile.
    let (rustc, all) = beside(|| Rustc::find(project.root()), || project.listings());
    let (rustc, all) = (rustc?, all?);
    let texts: Vec<Chapter> = all.exercises.values().map(Exercise::chapter).collect();
    let trials: Vec<Trial> = all.exercises.values().flat_map(Exercise::trials).collect();
    let (known, (parsed, claims, claim_problems)) = beside(
        || early(&rustc, &project.cache, all.by_name.values().map(|listing| (listing, first_look(listing)))),
        || {
            let read = chapters.iter().chain(&texts);
            let parsed: Vec<(&Chapter, Parsed)> = read.map(|chapter| (chapter, chapter.parse())).collect();
            let (claims, problems) = claims(&parsed);
            (parsed, claims, problems)
        },
    );
    let mut problems = all.problems.clone();
    problems.extend(project.orphans(&all));
    problems.extend(usage(&all, &parsed));
    problems.extend(claim_problems);
    let quizzes =
        || parsed.iter().flat_map(|(chapter, parsed)| parsed.quizzes.iter().map(|quiz| (chapter.file(), quiz)));
    let (asked, ask_problems) = Asked::read(quizzes(), &claims.scopes);
    problems.extend(ask_problems);

    let mut known = known?;
    exercise::observe_together(&rustc, &project.cache, &all, &trials, progress, &mut known)?;
    let programs = [true, false].map(|holds| claims.program(holds));
    let compare_text = project.pinned().is_none_or(|pinned| pinned == rustc.release);
    let (work, skipped) = able(&rustc, work(&all, &parsed, &programs, asked.listing(), &trials));
    let work: Vec<(&Listing, Look)> = work.into_iter().map(|listing| (listing, first_look(listing))).collect();
    let Seen { by_name: mut seen, cached } =
        observe_all(&rustc, project.root(), &project.cache, known, &work, progress)?;
    let unsettled = all.by_name.values().filter(|listing| unsettled(project, listing, &seen));
    let unsettled: Vec<(&Listing, Look)> = unsettled.map(|listing| (listing, Look::Often)).collect();
    if !unsettled.is_empty() {
        seen.extend(observe_all(&rustc, project.root(), &project.cache, Seen::default(), &unsettled, &())?.by_name);
    }

    let mut listings = Vec::new();
    for listing in all.by_name.values() {
        let found = seen.get(&listing.name);
        let wrong = found.map(|found| judge::judge(project.root(), listing, found, compare_text));
        listings.push(ListingReport {
            name: listing.name.clone(),
            file: listing.file.clone(),
            outcome: listing.outcome,
            codes: found.map(Observation::codes).unwrap_or_default(),
            holds: wrong.as_ref().map(Vec::is_empty),
            skipped: skipped.get(&listing.name).cloned(),
        });
        problems.extend(wrong.into_iter().flatten());
    }
    for snippet in parsed.iter().flat_map(|(_, parsed)| &parsed.snippets) {
        let found = seen.get(&key(&snippet.listing));
        problems.extend(found.into_iter().flat_map(|found| judge::outcome(&snippet.listing, found)));
    }
    for trial in &trials {
        let exercise = &all.exercises[&trial.exercise];
        let found = seen.get(&key(&trial.program));
        problems.extend(found.into_iter().flat_map(|found| exercise::judge(exercise, trial, found)));
    }
    for program in &programs {
        let found = seen.get(&program.listing.name);
        problems.extend(found.into_iter().flat_map(|found| claims.judge(program, &found.diagnostics)));
    }
    let (keys, key_problems) = quiz::keys(project.root(), &all, &seen, &asked, quizzes());
    problems.extend(key_problems);
    if compare_text {
        for (chapter, parsed) in &parsed {
            problems.extend(quotation::check(&chapter.file(), parsed, &answers(chapter, parsed, &all, &seen)));
        }
    }
    problems.sort();
    problems.dedup();

    let questions: Vec<QuestionReport> = quizzes().flat_map(|(file, quiz)| quiz.report(file)).collect();
    // The programs that ask for answers and those that try a check are shown nowhere.
    let is_shown = |name: &str| {
        let asked = programs.iter().map(|program| &program.listing).chain(asked.listing());
        !asked.chain(trials.iter().map(|trial| &trial.program)).any(|other| key(other) == *name)
    };
    let totals = Totals {
        listings: all.by_name.len(),
        snippets: parsed.iter().map(|(_, parsed)| parsed.snippets.len()).sum(),
        diagnostics: seen.iter().filter(|(name, _)| is_shown(name)).map(|(_, seen)| said(seen)).sum(),
        claims: claims.claims.iter().map(|claim| claim.bounds.len()).sum(),
        questions: questions.len(),
        chapters: chapters.len(),
        exercises: all.exercises.len(),
        seconds: started.elapsed().as_secs_f64(),
        cached,
    };
    let notices = notices(project, &rustc, &skipped);
    let exercises = exercises(&all, &parsed, &trials, &seen);
    Ok(Report { problems, notices, totals, listings, exercises, questions, rustc: rustc.release, all, seen, keys })
}

/// Does two things at once.
fn beside<T: Send, U>(other: impl FnOnce() -> T + Send, here: impl FnOnce() -> U) -> (T, U) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let here = here();
        (other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), here)
    })
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

/// What the chapters ask for, against what there is.
fn usage(all: &Listings, chapters: &[(&Chapter, Parsed)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut used = BTreeSet::new();
    for (chapter, parsed) in chapters {
        problems.extend(parsed.problems.iter().cloned());
        for helper in &parsed.helpers {
            used.insert(helper.name.as_str());
            problems.extend(resolve(all, chapter, helper).err());
        }
        used.extend(parsed.listing_names());
        used.extend(parsed.exercises.iter().flat_map(|helper| exercise_listings(all, &helper.name)));
    }
    problems.extend(exercise::usage(all, chapters));
    // An exercise that no chapter uses is named as such, and not by its listings.
    used.extend(all.exercises.keys().flat_map(|name| exercise_listings(all, name)));
    for listing in all.by_name.values().filter(|listing| !used.contains(listing.name.as_str())) {
        let message = format!("no chapter uses the listing `{}`", listing.name);
        let help = format!("show it: `{{{{#listing {}}}}}` in a chapter, or delete it", listing.name);
        problems.push(Problem::new(&listing.file, 1, message).help(help));
    }
    problems
}

/// The names of an exercise's starter and solution.
fn exercise_listings<'a>(all: &'a Listings, name: &str) -> impl Iterator<Item = &'a str> {
    let exercise = all.exercises.get(name);
    exercise.into_iter().flat_map(|exercise| [exercise.starter.name.as_str(), exercise.solution.name.as_str()])
}

/// The listing that a helper names.
pub(crate) fn resolve<'a>(all: &'a Listings, chapter: &Chapter, helper: &Helper) -> Result<&'a Listing, Problem> {
    let name = &helper.name;
    let Some(listing) = all.by_name.get(name) else {
        let message = match all.unread.contains(name) {
            true => format!("the listing `{name}` cannot be read"),
            false => format!("no listing is named `{name}`"),
        };
        let near = closest(name, all.by_name.keys().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write it: examples/{name}.rs, or examples/fails/{name}.rs"),
        };
        return Err(Problem::new(chapter.file(), helper.line, message).help(help));
    };
    if let Some(anchor) = helper.anchor.as_ref().filter(|anchor| !listing.anchors.contains_key(*anchor)) {
        let message = format!("`{name}` has no anchor `{anchor}`");
        let known: Vec<&str> = listing.anchors.keys().map(String::as_str).collect();
        let help = match known[..] {
            [] => format!("add `// ANCHOR: {anchor}` and `// ANCHOR_END: {anchor}` to {}", listing.file.display()),
            _ => format!("its anchors are {}", known.join(", ")),
        };
        return Err(Problem::new(chapter.file(), helper.line, message).help(help));
    }
    Ok(listing)
}

fn claims(chapters: &[(&Chapter, Parsed)]) -> (Claims, Vec<Problem>) {
    let (mut claims, mut problems) = (Claims::default(), Vec::new());
    for (chapter, parsed) in chapters {
        let file = chapter.file();
        for code in parsed.all_codes() {
            match claim::parse(&file, code.line, &code.text) {
                Some(Ok(claim)) => claims.claims.push(claim),
                Some(Err(problem)) => problems.push(problem),
                None => {}
            }
        }
        let scopes = parsed.scopes.iter().map(|scope| (scope.line, scope.items.clone()));
        claims.scopes.insert(file, scopes.collect());
    }
    (claims, problems)
}

/// All programs to look at, those that take longest first.
fn work<'a>(
    all: &'a Listings,
    chapters: &'a [(&Chapter, Parsed)],
    programs: &'a [Program; 2],
    asked: Option<&'a Listing>,
    trials: &'a [Trial],
) -> Vec<&'a Listing> {
    let snippets = chapters.iter().flat_map(|(_, parsed)| &parsed.snippets).map(|snippet| &snippet.listing);
    let claims = programs.iter().map(|program| &program.listing).chain(asked);
    let trials = trials.iter().map(|trial| &trial.program);
    let mut work: Vec<&Listing> = all.by_name.values().chain(snippets).chain(claims).chain(trials).collect();
    work.sort_by_key(|listing| match listing.outcome {
        _ if listing.name.starts_with("claims_") => 0,
        Outcome::Hangs => 0,
        Outcome::DataRace | Outcome::NoDataRace | Outcome::MemoryError => 1,
        Outcome::RunPass | Outcome::RunFail => 2,
        Outcome::CheckPass | Outcome::CheckFail => 3,
    });
    work
}

/// What cannot be seen on this machine is left out, by name and with the reason.
fn able<'a>(rustc: &Rustc, work: Vec<&'a Listing>) -> (Vec<&'a Listing>, BTreeMap<String, String>) {
    let mut skipped = BTreeMap::new();
    let able = work.into_iter().filter(|listing| match lacks(rustc, listing) {
        Some(reason) => skipped.insert(key(listing), reason).is_some(),
        None => true,
    });
    (able.collect(), skipped)
}

/// Output that varies is compared with that of other runs, any other with what was recorded.
fn first_look(listing: &Listing) -> Look {
    if listing.output_varies && repeats(listing) { Look::Often } else { Look::Once }
}

/// One run is enough where it printed what was recorded, since then 20 runs agreed; elsewhere 20 runs must tell whether
/// the output changed or varies.
fn unsettled(project: &Project, listing: &Listing, seen: &HashMap<String, Observation>) -> bool {
    let Some(found) = seen.get(&listing.name) else { return false };
    // How a run ended is no matter of taste: one that ended badly is a problem, however often others do not.
    let ended = found.run.as_ref().is_some_and(|run| judge::ending(listing, run.ended, &run.stderr).is_none());
    let recorded = || snapshot::compare(project.root(), listing, found, true).is_empty();
    ended && repeats(listing) && !listing.output_varies && !recorded()
}

fn lacks(rustc: &Rustc, listing: &Listing) -> Option<String> {
    listing.sanitizer().and_then(|sanitizer| rustc.lacks_sanitizer(sanitizer))
}

/// All that the compiler and the programs of a chapter, or of an exercise's text, said.
fn answers(chapter: &Chapter, parsed: &Parsed, all: &Listings, seen: &HashMap<String, Observation>) -> Vec<String> {
    let own = all.exercises.values().filter(|exercise| exercise.file("exercise.md") == chapter.file());
    let exercises = parsed.exercises.iter().filter_map(|helper| all.exercises.get(&helper.name)).chain(own);
    let of_exercises = exercises.flat_map(|exercise| {
        let tried: Vec<String> = exercise.trials().iter().map(|trial| key(&trial.program)).collect();
        tried.into_iter().chain([exercise.starter.name.clone(), exercise.solution.name.clone()])
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

/// Where a chapter has the exercise `name`.
fn uses<'a>(mut chapters: impl Iterator<Item = (&'a Chapter, &'a Parsed)>, name: &str) -> Option<(&'a Chapter, usize)> {
    chapters.find_map(|(chapter, parsed)| {
        let helper = parsed.exercises.iter().find(|helper| helper.name == name)?;
        Some((chapter, helper.line))
    })
}

fn exercises(
    all: &Listings,
    chapters: &[(&Chapter, Parsed)],
    trials: &[Trial],
    seen: &HashMap<String, Observation>,
) -> Vec<ExerciseReport> {
    let report = |exercise: &Exercise| {
        let own = trials.iter().filter(|trial| trial.exercise == exercise.name);
        let wrong = own.filter(|trial| matches!(trial.answer, Answer::Wrong(_)));
        let rejected = wrong.filter(|trial| seen.get(&key(&trial.program)).and_then(exercise::rejected).is_some());
        let found = uses(chapters.iter().map(|(chapter, parsed)| (*chapter, parsed)), &exercise.name);
        ExerciseReport {
            name: exercise.name.clone(),
            folder: exercise.folder.clone(),
            title: exercise.prose.title.clone(),
            level: exercise.prose.level,
            chapter: found.as_ref().map(|(chapter, _)| chapter.path.clone()),
            line: found.map_or(1, |(_, line)| line),
            wrong: rejected.count(),
        }
    };
    all.exercises.values().map(report).collect()
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

/// Accepts what happens today: writes the snapshots of the named listings, of all where none is named. Returns the
/// files that changed, relative to the book's root.
///
/// # Errors
///
/// [`Error::NoSuchListing`], and [`Error::NotBlessed`] where an outcome, an annotation or the same output in every run
/// does not hold: those are for the author to mend. Then nothing is written.
pub fn bless(project: &Project, names: &[String], progress: &dyn Progress) -> Result<Vec<PathBuf>, Error> {
    let rustc = Rustc::find(project.root())?;
    let all = project.listings()?;
    if let Some(unknown) = names.iter().find(|name| !all.by_name.contains_key(*name)) {
        return Err(Error::NoSuchListing(unknown.clone()));
    }
    let chosen = |listing: &&Listing| names.is_empty() || names.contains(&listing.name);
    let work: Vec<&Listing> = all.by_name.values().filter(chosen).collect();
    if let Some(pinned) = project.pinned().filter(|pinned| *pinned != rustc.release) {
        let message = format!("rustc {} may not write snapshots: the book shows {pinned}", rustc.release);
        let help = "change the channel in rust-toolchain.toml first, then bless and look at `git diff`";
        return Err(Error::NotBlessed(vec![Problem::new("rust-toolchain.toml", 1, message).help(help)]));
    }
    let (work, _) = able(&rustc, work);
    let closely: Vec<(&Listing, Look)> = work.iter().map(|listing| (*listing, Look::Often)).collect();
    let seen = observe_all(&rustc, project.root(), &project.cache, Seen::default(), &closely, progress)?.by_name;
    let judged = work.iter().filter_map(|listing| Some((*listing, seen.get(&listing.name)?)));
    let problems: Vec<Problem> = judged.clone().flat_map(|(listing, seen)| judge::outcome(listing, seen)).collect();
    let unread = all.problems.iter().filter(|_| names.is_empty()).cloned();
    let problems: Vec<Problem> = problems.into_iter().chain(unread).collect();
    if !problems.is_empty() {
        return Err(Error::NotBlessed(problems));
    }
    let mut written = Vec::new();
    for (listing, seen) in judged {
        written.extend(snapshot::write(project.root(), listing, seen)?);
    }
    Ok(written)
}
