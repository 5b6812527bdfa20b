//! Looks at many listings on all cores: known results first, then shared compilations, then the rest.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, Scope};

use crate::batch;
use crate::cache::Cache;
use crate::check::{Progress, key};
use crate::observe::{self, Look, Observation};
use crate::parallel;
use crate::problem::Error;
use crate::rustc::{Ask, Rustc};
use crate::snapshot;
use crate::source::{Listing, Outcome};

/// What was seen, by the name that [`key`] gives a program.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) by_name: HashMap<String, Observation>,
}

impl Seen {
    /// What is known of `listings` from before. They all are what there is to do.
    pub(crate) fn known(rustc: &Rustc, cache: &Cache, listings: &[(&Listing, Look)], progress: &dyn Progress) -> Seen {
        progress.begin(listings.len());
        let known = parallel::map(listings, |(listing, look)| {
            let observation = observe::known(rustc, cache, listing, *look)?;
            progress.done(&key(listing));
            Some((key(listing), observation))
        });
        Seen { by_name: known.into_iter().flatten().collect() }
    }
}

/// Looks at those of `listings`, of the book at `root`, that were not seen yet, each as closely as is said.
pub(crate) fn observe_all(
    rustc: &Rustc,
    root: &Path,
    cache: &Cache,
    listings: &[(&Listing, Look)],
    progress: &dyn Progress,
    seen: &mut Seen,
) -> Result<(), Error> {
    let unknown = listings.iter().copied().filter(|(listing, _)| !seen.by_name.contains_key(&key(listing)));
    let unknown: Vec<(&Listing, Look)> = unknown.collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let crew = Crew { rustc, root, cache, progress, queue: Mutex::default(), changed: Condvar::new() };
    crew.lock().tasks = tasks(unknown);
    thread::scope(|scope| {
        for _ in 0..parallel::workers() {
            scope.spawn(|| crew.work(scope));
        }
    });
    for (name, result) in crew.queue.into_inner().unwrap_or_else(PoisonError::into_inner).results {
        seen.by_name.insert(name, result?);
    }
    Ok(())
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
        let mut together: Vec<_> = listings.iter().map(|(listing, _)| (listing.name.clone(), *listing)).collect();
        let compiled = observe::folder().and_then(|folder| {
            let path = batch::compile(self.rustc, &mut together, ask, folder.path())?;
            Ok(path.map(|path| Arc::new(Program { path, _folder: folder })))
        });
        // Where it went wrong for whatever reason, each listing shows it for itself.
        let program = compiled.unwrap_or(None);
        let members: HashSet<&str> = together.iter().map(|(name, _)| name.as_str()).collect();
        self.bring(listings.into_iter().map(|(listing, look)| match &program {
            Some(program) if members.contains(listing.name.as_str()) => {
                Task::Member(listing, look, Arc::clone(program))
            }
            _ => Task::Single(listing, look),
        }));
    }

    /// What the compiler says of a listing among others is taken where it is what was recorded of it alone. With those
    /// out of the way it says more of the rest, and says it in fewer words: so they are asked again. Where that no longer
    /// helps, what it stopped at is in the way, and goes to be asked alone.
    fn refusals(&self, mut listings: Vec<&'a Listing>) {
        let mut alone = Vec::new();
        while listings.len() >= batch::LEAST {
            let asked = listings.len();
            let said = observe::folder().and_then(|folder| batch::refusals(self.rustc, &listings, folder.path()));
            // Where it went wrong for whatever reason, each listing shows it for itself.
            let mut said = said.unwrap_or_default();
            let blamed: HashSet<String> = said.keys().cloned().collect();
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
                let (in_the_way, rest): (Vec<_>, _) =
                    listings.into_iter().partition(|listing| blamed.contains(&listing.name));
                listings = rest;
                alone.extend(in_the_way);
            }
            if listings.len() == asked {
                break;
            }
        }
        alone.extend(listings);
        self.bring(alone.into_iter().map(|listing| Task::Single(listing, Look::Once)));
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
