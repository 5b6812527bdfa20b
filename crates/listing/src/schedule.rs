//! Looks at many listings on all cores: known results first, then shared compilations, then the rest.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, Scope};

use crate::batch;
use crate::cache::Cache;
use crate::check::{Progress, key};
use crate::observe::{self, Look, Observation};
use crate::problem::Error;
use crate::rustc::{Ask, Rustc};
use crate::snapshot;
use crate::source::{Listing, Outcome};

/// What was seen, by the name of the program, and how much of it was known from before.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) by_name: HashMap<String, Observation>,
    pub(crate) cached: usize,
}

/// What is known of `listings` from before. Where only a few are to be compiled and not run, as after an edit, that is
/// done as well.
pub(crate) fn early<'a>(
    rustc: &Rustc,
    cache: &Cache,
    listings: impl Iterator<Item = (&'a Listing, Look)>,
) -> Result<Seen, Error> {
    let (known, unknown): (Vec<_>, Vec<_>) =
        listings.partition(|(listing, look)| observe::is_known(rustc, cache, listing, *look));
    let quick: Vec<_> = unknown.into_iter().filter(|(listing, _)| observe::ask(listing) == Ask::Check).collect();
    let few = if quick.len() <= FEW { quick } else { Vec::new() };
    let mut seen = Seen::default();
    thread::scope(|scope| {
        let ask = |(listing, look)| scope.spawn(move || (key(listing), observe::observe(rustc, cache, listing, look)));
        let asked: Vec<_> = few.into_iter().map(ask).collect();
        for (listing, look) in known {
            if let Some(observation) = observe::known(rustc, cache, listing, look) {
                seen.by_name.insert(key(listing), observation);
                seen.cached += 1;
            }
        }
        for asked in asked {
            let (name, observation) = asked.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            seen.by_name.insert(name, observation?);
        }
        Ok(seen)
    })
}

/// How many compilers [`early`] starts at most.
const FEW: usize = 2;

/// Looks at all of `listings` of the book at `root`, each as closely as is said, but for those that are `seen`.
pub(crate) fn observe_all(
    rustc: &Rustc,
    root: &Path,
    cache: &Cache,
    mut seen: Seen,
    listings: &[(&Listing, Look)],
    progress: &dyn Progress,
) -> Result<Seen, Error> {
    let mut unknown = Vec::new();
    progress.begin(listings.len());
    for &(listing, look) in listings {
        if seen.by_name.contains_key(&key(listing)) {
            progress.done(&key(listing));
            continue;
        }
        match observe::known(rustc, cache, listing, look) {
            Some(observation) => {
                progress.done(&key(listing));
                seen.by_name.insert(key(listing), observation);
                seen.cached += 1;
            }
            None => unknown.push((listing, look)),
        }
    }
    let crew = Crew { rustc, root, cache, progress, queue: Mutex::default(), changed: Condvar::new() };
    crew.lock().tasks = tasks(unknown);
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| crew.work(scope));
        }
    });
    for (name, result) in crew.queue.into_inner().unwrap_or_else(PoisonError::into_inner).results {
        seen.by_name.insert(name, result?);
    }
    Ok(seen)
}

enum Task<'a> {
    /// Compile these together.
    Batch(Vec<(&'a Listing, Look)>, Ask),
    /// Compile these together, which should not compile.
    Refusals(Vec<&'a Listing>),
    /// Run this one, compiled with others.
    Member(&'a Listing, Look, Arc<Program>),
    /// Compile and run this one.
    Single(&'a Listing, Look),
}

/// A program of many listings, in a folder that lasts as long as one of them is to be run.
struct Program {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

/// The batches first, since others wait for them.
fn tasks<'a>(listings: Vec<(&'a Listing, Look)>) -> VecDeque<Task<'a>> {
    let mut batches: BTreeMap<(Ask, bool), Vec<(&'a Listing, Look)>> = BTreeMap::new();
    let mut tasks = VecDeque::new();
    for (listing, look) in listings {
        let batch = (observe::ask(listing), listing.outcome == Outcome::CheckFail);
        // What is to be recorded is seen alone.
        match (look == Look::Once || listing.output_varies) && batch::fits(listing) {
            true => batches.entry(batch).or_default().push((listing, look)),
            false => tasks.push_back(Task::Single(listing, look)),
        }
    }
    for ((ask, refused), listings) in batches {
        match listings.len() < batch::LEAST {
            true => tasks.extend(listings.into_iter().map(|(listing, look)| Task::Single(listing, look))),
            false if refused => tasks.push_front(Task::Refusals(listings.into_iter().map(|(it, _)| it).collect())),
            false => tasks.push_front(Task::Batch(listings, ask)),
        }
    }
    tasks
}

#[derive(Default)]
struct Queue<'a> {
    tasks: VecDeque<Task<'a>>,
    /// Batches being compiled, which will bring new tasks.
    compiling: usize,
    results: Vec<(String, Result<Observation, Error>)>,
}

struct Crew<'a> {
    rustc: &'a Rustc,
    root: &'a Path,
    cache: &'a Cache,
    progress: &'a dyn Progress,
    queue: Mutex<Queue<'a>>,
    changed: Condvar,
}

impl<'a> Crew<'a> {
    fn lock(&self) -> std::sync::MutexGuard<'_, Queue<'a>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work<'scope>(&'scope self, scope: &'scope Scope<'scope, '_>) {
        while let Some(task) = self.next() {
            match task {
                Task::Batch(listings, ask) => self.batch(listings, ask),
                Task::Refusals(listings) => self.refusals(listings),
                // A program that hangs costs time and no core: each has a thread of its own.
                Task::Single(listing, look) if listing.outcome == Outcome::Hangs => {
                    scope.spawn(move || self.single(listing, look));
                }
                Task::Member(listing, look, program) if listing.outcome == Outcome::Hangs => {
                    scope.spawn(move || self.member(listing, look, &program));
                }
                Task::Single(listing, look) => self.single(listing, look),
                Task::Member(listing, look, program) => self.member(listing, look, &program),
            }
        }
    }

    /// The next task; waits while a batch may still bring some.
    fn next(&self) -> Option<Task<'a>> {
        let mut queue = self.lock();
        loop {
            if let Some(task) = queue.tasks.pop_front() {
                queue.compiling += usize::from(matches!(task, Task::Batch(..) | Task::Refusals(_)));
                return Some(task);
            }
            if queue.compiling == 0 {
                return None;
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn batch(&self, listings: Vec<(&'a Listing, Look)>, ask: Ask) {
        let compiled = observe::folder().and_then(|folder| {
            let programs: Vec<&Listing> = listings.iter().map(|(listing, _)| *listing).collect();
            let path = batch::compile(self.rustc, &programs, ask, folder.path())?;
            Ok(path.map(|path| Arc::new(Program { path, _folder: folder })))
        });
        // Where it went wrong for whatever reason, each listing shows it for itself.
        let program = compiled.unwrap_or(None);
        self.bring(listings.into_iter().map(|(listing, look)| match &program {
            Some(program) => Task::Member(listing, look, Arc::clone(program)),
            None => Task::Single(listing, look),
        }));
    }

    /// What the compiler says of a listing among others is taken where it is what was recorded of it alone. With those
    /// out of the way it says more of the rest, and says it in fewer words: so they are asked again, as long as that helps.
    fn refusals(&self, mut listings: Vec<&'a Listing>) {
        loop {
            let asked = listings.len();
            let said = observe::folder().and_then(|folder| batch::refusals(self.rustc, &listings, folder.path()));
            // Where it went wrong for whatever reason, each listing shows it for itself.
            let mut said = said.unwrap_or_default();
            listings.retain(|listing| {
                let diagnostics = said.remove(&listing.name).unwrap_or_default();
                let seen = Observation { diagnostics, ..Observation::default() };
                let recorded = !seen.compiled() && snapshot::compare(self.root, listing, &seen, true).is_empty();
                if recorded {
                    self.done(listing, || observe::keep(self.rustc, self.cache, listing, Look::Once, seen));
                }
                !recorded
            });
            if asked - listings.len() < batch::LEAST {
                break;
            }
        }
        self.bring(listings.into_iter().map(|listing| Task::Single(listing, Look::Once)));
    }

    /// Adds the tasks that a batch brings, which is done now.
    fn bring(&self, tasks: impl DoubleEndedIterator<Item = Task<'a>>) {
        let mut queue = self.lock();
        tasks.rev().for_each(|task| queue.tasks.push_front(task));
        queue.compiling -= 1;
        self.changed.notify_all();
    }

    fn member(&self, listing: &Listing, look: Look, program: &Program) {
        self.done(listing, || observe::observe_in_batch(self.rustc, self.cache, listing, look, &program.path));
    }

    fn single(&self, listing: &Listing, look: Look) {
        self.done(listing, || observe::observe(self.rustc, self.cache, listing, look));
    }

    fn done(&self, listing: &Listing, look: impl FnOnce() -> Result<Observation, Error>) {
        let name = key(listing);
        self.progress.step(&name);
        let result = look();
        self.progress.done(&name);
        self.lock().results.push((name, result));
    }
}
