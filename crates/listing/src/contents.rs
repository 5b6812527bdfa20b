//! All that a book says, as read, and the programs that it becomes.

use std::collections::HashMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::cache::{Cache, Key};
use crate::chapter::{Chapter, Parsed};
use crate::claim::{self, Claim, Claims, Program};
use crate::exercise::{Exercise, Trial};
use crate::parallel;
use crate::problem::Problem;
use crate::project::Listings;
use crate::quiz::{Asked, Quiz};
use crate::source::{Listing, Outcome};
use crate::usage::usage;

/// What the chapters say, and the texts of the exercises, which are read like chapters.
pub(crate) struct Contents<'a> {
    pub(crate) all: &'a Listings,
    pub(crate) chapters: Vec<(&'a Chapter, Parsed)>,
    pub(crate) claims: Claims,
    /// The claims that hold, and those that are refused.
    pub(crate) programs: [Program; 2],
    pub(crate) asked: Asked,
    /// The answers of each exercise, each with its check.
    pub(crate) trials: HashMap<&'a str, Vec<Trial>>,
    /// What cannot be read.
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Contents<'a> {
    /// Reads `chapters`, which ask for some of `all`.
    pub(crate) fn read(all: &'a Listings, cache: &Cache, chapters: &[&'a Chapter]) -> Contents<'a> {
        let read = parallel::each(chapters, |chapter| Read::of(chapter, cache));
        let (mut claims, mut problems, mut parsed) = (Claims::default(), Vec::new(), Vec::new());
        for (&chapter, read) in chapters.iter().zip(read) {
            let scopes = read.parsed.scopes.iter().map(|scope| (scope.line, scope.items.clone()));
            claims.scopes.insert(chapter.file(), scopes.collect());
            claims.claims.extend(read.claims);
            problems.extend(read.problems);
            parsed.push((chapter, read.parsed));
        }
        let chapters = parsed;
        let exercises: Vec<&Exercise> = all.exercises.values().collect();
        let trials = parallel::map(&exercises, |exercise| (exercise.name.as_str(), exercise.trials()));
        problems.extend(usage(all, &chapters));
        let (asked, unread) = Asked::read(quizzes(&chapters), &claims.scopes);
        problems.extend(unread);
        let (holding, refused) = parallel::beside(|| claims.program(true), || claims.program(false));
        let (programs, trials) = ([holding, refused], trials.into_iter().collect());
        Contents { all, chapters, claims, programs, asked, trials, problems }
    }

    /// The quizzes, each with its chapter's file.
    pub(crate) fn quizzes(&self) -> impl Iterator<Item = (PathBuf, &Quiz)> {
        quizzes(&self.chapters)
    }

    /// The programs that stand in a chapter's fence.
    pub(crate) fn snippets(&self) -> impl Iterator<Item = &Listing> {
        self.chapters.iter().flat_map(|(_, parsed)| &parsed.snippets).map(|snippet| &snippet.listing)
    }

    /// The answers of all exercises.
    pub(crate) fn trials(&self) -> impl Iterator<Item = &Trial> {
        self.all.exercises.keys().flat_map(|name| &self.trials[name.as_str()])
    }

    /// The programs that a reader sees.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Listing> {
        self.all.by_name.values().chain(self.snippets())
    }

    /// The programs that ask for answers, and those that try a check.
    fn unseen(&self) -> impl Iterator<Item = &Listing> {
        let asking = self.programs.iter().map(|program| &program.listing).chain(self.asked.listing());
        asking.chain(self.trials().map(|trial| &trial.program))
    }

    /// All programs to look at, those that take longest first.
    pub(crate) fn work(&self) -> Vec<&Listing> {
        let mut work: Vec<&Listing> = self.shown().chain(self.unseen()).collect();
        work.sort_by_key(|listing| match listing.outcome {
            _ if listing.name.starts_with("claims_") => 0,
            Outcome::Hangs => 0,
            Outcome::DataRace | Outcome::NoDataRace | Outcome::MemoryError => 1,
            Outcome::RunPass | Outcome::RunFail => 2,
            Outcome::CheckPass | Outcome::CheckFail => 3,
        });
        work
    }
}

fn quizzes<'c>(chapters: &'c [(&Chapter, Parsed)]) -> impl Iterator<Item = (PathBuf, &'c Quiz)> {
    chapters.iter().flat_map(|(chapter, parsed)| parsed.quizzes.iter().map(|quiz| (chapter.file(), quiz)))
}

/// A chapter, as read.
#[derive(Serialize, Deserialize)]
struct Read {
    parsed: Parsed,
    claims: Vec<Claim>,
    #[serde(skip)]
    problems: Vec<Problem>,
}

impl Read {
    /// Reads `chapter`, or takes what was read before of the same text.
    fn of(chapter: &Chapter, cache: &Cache) -> Read {
        let file = chapter.file();
        let key = Key::new(["chapter", &*file.to_string_lossy(), &chapter.text]);
        if let Some(read) = cache.get(&key) {
            return read;
        }
        let parsed = chapter.parse();
        let (mut claims, mut problems) = (Vec::new(), Vec::new());
        for claim in parsed.all_codes().filter_map(|code| claim::parse(&file, code.line, &code.text)) {
            match claim {
                Ok(claim) => claims.push(claim),
                Err(problem) => problems.push(problem),
            }
        }
        let read = Read { parsed, claims, problems };
        if read.problems.is_empty() && read.parsed.problems.is_empty() {
            // Where it cannot be kept, it is read again.
            let _ = cache.put(&key, &read);
        }
        read
    }
}
