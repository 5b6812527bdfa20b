//! Many answers with their checks in one compilation: alone, each costs mostly its code generation and its linking.
//!
//! Each becomes a module of one test program, which is then run once for each, with the path of its tests. Where the
//! compiler says anything at all about the whole, nothing is concluded, and each is compiled for itself.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use super::{Answer, Exercise, Trial};
use crate::batch;
use crate::cache::Cache;
use crate::check::{Progress, key};
use crate::observe::{self, Look, Observation};
use crate::problem::Error;
use crate::project::Listings;
use crate::run::Run;
use crate::rustc::{Ask, Rustc};
use crate::schedule::Seen;
use crate::source::{DEFAULT_EDITION, Listing, Outcome};

/// How many are compiled together at most. One that does not compile spoils its batch.
const MOST: usize = 8;

/// Looks at those of `trials` that are likely to compile and not known from before, and adds what was seen to `seen`.
///
/// # Errors
///
/// Where the compiler or a program cannot be started, or a result cannot be kept.
pub(crate) fn observe(
    rustc: &Rustc,
    cache: &Cache,
    all: &Listings,
    trials: &[Trial],
    progress: &dyn Progress,
    seen: &mut Seen,
) -> Result<(), Error> {
    let unknown = |trial: &&Trial| !observe::is_known(rustc, cache, &trial.program, Look::Once);
    let likely = |trial: &&Trial| fits(&trial.program) && compiles(&all.exercises[&trial.exercise], trial.answer);
    let chosen: Vec<&Trial> = trials.iter().filter(likely).filter(unknown).collect();
    let batches: Vec<&[&Trial]> = chosen.chunks(MOST).filter(|batch| batch.len() > 1).collect();
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let found = thread::scope(|scope| {
        let shares = (0..workers).map(|worker| {
            let share: Vec<&[&Trial]> = batches.iter().skip(worker).step_by(workers).copied().collect();
            scope.spawn(move || {
                share.into_iter().map(|batch| together(rustc, cache, batch, progress)).collect::<Vec<_>>()
            })
        });
        let shares: Vec<_> = shares.collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect::<Vec<_>>()
    });
    for batch in found {
        seen.by_name.extend(batch?);
    }
    Ok(())
}

/// Whether a program does the same as a module of another one.
fn fits(program: &Listing) -> bool {
    matches!(program.outcome, Outcome::RunPass | Outcome::RunFail)
        && !program.nightly
        && program.edition == DEFAULT_EDITION
        && program.text.lines().any(|line| line.trim_end() == "fn main() {")
        && !batch::tells(&program.text)
}

/// A guess. A wrong answer that is to be rejected with words of a test compiles, where the test is as its author thinks.
fn compiles(exercise: &Exercise, answer: Answer) -> bool {
    match answer {
        Answer::Solution => true,
        Answer::SolutionWatched => false,
        Answer::Starter => exercise.starter.outcome != Outcome::CheckFail,
        Answer::Wrong(index) => {
            let words = &exercise.wrong[index].rejected.words;
            let asserts =
                |line: &&str| !line.contains("#[diagnostic") && !line.contains("message =") && !line.contains("note =");
            exercise.check.text.lines().filter(asserts).any(|line| line.contains(words.as_str()))
        }
    }
}

fn together(
    rustc: &Rustc,
    cache: &Cache,
    trials: &[&Trial],
    progress: &dyn Progress,
) -> Result<Vec<(String, Observation)>, Error> {
    let folder = observe::folder()?;
    let Some(program) = compile(rustc, trials, folder.path())? else { return Ok(Vec::new()) };
    let mut seen = Vec::new();
    for (index, trial) in trials.iter().enumerate() {
        let listing = &trial.program;
        progress.step(&key(listing));
        let module = module(index);
        let run = observe::run_once(rustc, listing, &program, &[&format!("{module}::")], folder.path())?;
        let own = |text: &str| text.replace(&format!("{module}::"), "").replace(&module, &listing.name);
        let run = Run { stdout: own(&run.stdout), stderr: own(&run.stderr), ..run };
        let observation = Observation { run: Some(run), ..Observation::default() };
        seen.push((key(listing), observe::keep(rustc, cache, listing, Look::Once, observation)?));
    }
    Ok(seen)
}

/// No module's name is a part of another's, since the harness finds tests by a part of their path.
fn module(index: usize) -> String {
    format!("answer_{index:03}")
}

/// The program, or `None` where the compiler has anything to say.
fn compile(rustc: &Rustc, trials: &[&Trial], folder: &Path) -> Result<Option<PathBuf>, Error> {
    let (mut text, mut calls) = (String::new(), String::new());
    for (index, trial) in trials.iter().enumerate() {
        let name = module(index);
        let path = folder.join(format!("{name}.rs"));
        // Each `main` is called, so that what it alone uses is not taken for dead.
        let module = format!("{}pub fn answer_main() {{\n    main()\n}}\n", trial.program.text);
        fs::write(&path, module).map_err(|source| Error::Write { path, source })?;
        let _ = writeln!(text, "#[path = \"{name}.rs\"]\nmod {name};");
        let _ = writeln!(calls, "    {name}::answer_main();");
    }
    let _ = writeln!(text, "fn main() {{\n{calls}}}");
    let mut program = Listing::snippet(Path::new(batch::NAME), 1, text, Outcome::RunPass);
    program.name = batch::NAME.into();
    program.tests = true;
    let said = rustc.compile(&program, Ask::Build, folder)?;
    let silent = said.is_empty();
    Ok(silent.then(|| folder.join(format!("{}{}", batch::NAME, std::env::consts::EXE_SUFFIX))))
}
