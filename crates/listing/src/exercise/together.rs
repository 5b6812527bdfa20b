//! Many answers with their checks in one compilation: alone, each costs mostly its code generation and its linking.
//!
//! Each becomes a module of one test program, which is then run once for each, with the path of its tests. Those of which
//! the compiler says anything at all are compiled for themselves, and nothing is concluded from what it said.

use std::path::PathBuf;

use tempfile::TempDir;

use super::{Answer, Exercise, Trial};
use crate::batch::{self, Module};
use crate::cache::Cache;
use crate::check::{Progress, key};
use crate::contents::Contents;
use crate::observe::{self, Look, Observation};
use crate::parallel;
use crate::problem::Error;
use crate::run::Run;
use crate::rustc::{Ask, Rustc};
use crate::schedule::Seen;
use crate::source::{DEFAULT_EDITION, Listing, Outcome};

/// How many are compiled together at most.
const MOST: usize = 8;

/// Looks at those of `trials` that are likely to compile and not known from before, and adds what was seen to `seen`.
///
/// # Errors
///
/// Where the compiler or a program cannot be started, or a result cannot be kept.
pub(crate) fn observe(
    rustc: &Rustc,
    cache: &Cache,
    contents: &Contents,
    progress: &dyn Progress,
    seen: &mut Seen,
) -> Result<(), Error> {
    let unknown = |trial: &&Trial| !seen.by_name.contains_key(&key(&trial.program));
    let exercise = |trial: &Trial| &contents.all.exercises[&trial.exercise];
    let likely = |trial: &&Trial| fits(&trial.program) && compiles(exercise(trial), trial.answer);
    let chosen: Vec<&Listing> = contents.trials().filter(unknown).filter(likely).map(|trial| &trial.program).collect();
    let batches: Vec<&[&Listing]> = chosen.chunks(MOST).collect();
    let compiled = parallel::each(&batches, |programs| {
        progress.step(&key(programs[0]));
        Batch::compile(rustc, programs)
    });
    let compiled: Vec<Batch> = compiled.into_iter().filter_map(Result::transpose).collect::<Result<_, _>>()?;
    let members: Vec<_> =
        compiled.iter().flat_map(|batch| batch.modules.iter().map(move |module| (batch, module))).collect();
    // They wait more than they work: for what never comes, or for one another.
    let found = parallel::waiting(&members, |(batch, (module, listing))| {
        let name = key(listing);
        progress.step(&name);
        let observation = batch.run(rustc, module, listing)?;
        progress.done(&name);
        Ok((name, observe::keep(rustc, cache, listing, Look::Once, observation)?))
    });
    for found in found {
        let (name, observation) = found?;
        seen.by_name.insert(name, observation);
    }
    Ok(())
}

/// A program of several answers, each with its check, in a folder of its own.
struct Batch<'t> {
    folder: TempDir,
    program: PathBuf,
    modules: Vec<Module<'t>>,
}

impl<'t> Batch<'t> {
    /// Those of `programs` of which the compiler has nothing to say; `None` where there are too few.
    fn compile(rustc: &Rustc, programs: &[&'t Listing]) -> Result<Option<Batch<'t>>, Error> {
        let folder = observe::folder()?;
        let mut modules: Vec<Module> =
            programs.iter().enumerate().map(|(index, program)| (module(index), *program)).collect();
        let program = batch::compile(rustc, &mut modules, Ask::Build, folder.path())?;
        Ok(program.map(|program| Batch { folder, program, modules }))
    }

    /// Runs the tests of the answer in `module`, which alone would be `listing`.
    fn run(&self, rustc: &Rustc, module: &str, listing: &Listing) -> Result<Observation, Error> {
        let path = format!("{module}::");
        let run = observe::run_once(rustc, listing, &self.program, &[&path], self.folder.path())?;
        let own = |text: &str| text.replace(&path, "").replace(module, &listing.name);
        let run = Run { stdout: own(&run.stdout), stderr: own(&run.stderr), ..run };
        Ok(Observation { run: Some(run), ..Observation::default() })
    }
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

/// No module's name is a part of another's, since the harness finds tests by a part of their path.
fn module(index: usize) -> String {
    format!("answer_{index:03}")
}
