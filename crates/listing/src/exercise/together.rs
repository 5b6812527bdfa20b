//! Many answers with their checks in one compilation: alone, each costs mostly its code generation and its linking.
//!
//! Each becomes a module of one test program, which is then run once for each, with the path of its tests. Those of which
//! the compiler says anything at all are compiled for themselves, and nothing is concluded from what it said.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Answer, Exercise, Trial};
use crate::batch;
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
    let chosen: Vec<&Trial> = contents.trials().filter(unknown).filter(likely).collect();
    let batches: Vec<&[&Trial]> = chosen.chunks(MOST).filter(|batch| batch.len() > 1).collect();
    let compiled = parallel::each(&batches, |batch| {
        progress.step(&key(&batch[0].program));
        compile(rustc, batch.to_vec())
    });
    let compiled: Vec<Batch> = compiled.into_iter().filter_map(Result::transpose).collect::<Result<_, _>>()?;
    let members = compiled.iter().flat_map(|batch| batch.trials.iter().enumerate().map(move |member| (batch, member)));
    let members: Vec<(&Batch, (usize, &&Trial))> = members.collect();
    // They wait more than they work: for what never comes, or for one another.
    let found = parallel::waiting(&members, |&(batch, (index, trial))| {
        let name = key(&trial.program);
        progress.step(&name);
        let observation = run(rustc, batch, index, &trial.program)?;
        progress.done(&name);
        Ok((name, observe::keep(rustc, cache, &trial.program, Look::Once, observation)?))
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
    trials: Vec<&'t Trial>,
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

/// Runs the tests of the answer `index`, which alone would be `listing`.
fn run(rustc: &Rustc, batch: &Batch, index: usize, listing: &Listing) -> Result<Observation, Error> {
    let folder = batch.folder.path();
    let program = folder.join(format!("{}{}", batch::NAME, std::env::consts::EXE_SUFFIX));
    let module = module(index);
    let run = observe::run_once(rustc, listing, &program, &[&format!("{module}::")], folder)?;
    let own = |text: &str| text.replace(&format!("{module}::"), "").replace(&module, &listing.name);
    let run = Run { stdout: own(&run.stdout), stderr: own(&run.stderr), ..run };
    Ok(Observation { run: Some(run), ..Observation::default() })
}

/// No module's name is a part of another's, since the harness finds tests by a part of their path.
fn module(index: usize) -> String {
    format!("answer_{index:03}")
}

/// Compiles those of `trials` of which the compiler has nothing to say; `None` where that is less than two, or where it has
/// something to say of the whole.
fn compile<'t>(rustc: &Rustc, mut trials: Vec<&'t Trial>) -> Result<Option<Batch<'t>>, Error> {
    let folder = observe::folder()?;
    while trials.len() > 1 {
        let names: Vec<String> = (0..trials.len()).map(module).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let program = program(&trials, folder.path())?;
        match rustc.compile_modules(&program, &names, Ask::Build, folder.path())? {
            Some(said) if said.is_empty() => return Ok(Some(Batch { folder, trials })),
            Some(said) => {
                let mut names = names.into_iter();
                trials.retain(|_| names.next().is_some_and(|name| said.iter().all(|(blamed, _)| *blamed != name)));
            }
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// Writes `trials` into `folder`, and returns the program whose modules they are.
fn program(trials: &[&Trial], folder: &Path) -> Result<Listing, Error> {
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
    Ok(program)
}
