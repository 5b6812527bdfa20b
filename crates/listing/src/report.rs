//! What a check found.

use std::collections::HashMap;
use std::path::PathBuf;

use serde::Serialize;

use crate::exercise::ExerciseReport;
use crate::observe::Observation;
use crate::problem::Problem;
use crate::project::Listings;
use crate::quiz::Keys;
use crate::source::Outcome;

/// What a check found. Serialized, it is the document of `crossing check --json`.
#[derive(Debug, Serialize)]
pub struct Report {
    /// What does not hold, by file and line.
    pub problems: Vec<Problem>,
    /// What a reader of the result must know: another compiler than the pinned one, a missing sanitizer.
    pub notices: Vec<String>,
    /// How much was checked.
    pub totals: Totals,
    /// Every listing.
    pub listings: Vec<ListingReport>,
    /// Every exercise.
    pub exercises: Vec<ExerciseReport>,
    /// Every question of the quizzes, in the order of the chapters' paths.
    pub questions: Vec<QuestionReport>,
    /// The compiler's release.
    pub rustc: String,
    #[serde(skip)]
    pub(crate) all: Listings,
    /// By listing name, and for snippets by `file:line`.
    #[serde(skip)]
    pub(crate) seen: HashMap<String, Observation>,
    /// Which options of the quizzes' questions are right.
    #[serde(skip)]
    pub(crate) keys: Keys,
}

/// How much was checked.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Totals {
    /// Programs in examples/.
    pub listings: usize,
    /// Programs that stand in a chapter's fence.
    pub snippets: usize,
    /// Errors and warnings that the compiler gave.
    pub diagnostics: usize,
    /// Claims in the chapters, by bound: `i32: Send + Sync` is two.
    pub claims: usize,
    /// Questions of the quizzes.
    pub questions: usize,
    /// Quotations and listings aside: the chapters read.
    pub chapters: usize,
    /// Exercises, each with its starter and solution among the listings.
    pub exercises: usize,
    /// How long it took.
    pub seconds: f64,
    /// Results that were known from before.
    pub cached: usize,
}

/// One listing, and whether it holds.
#[derive(Debug, Clone, Serialize)]
pub struct ListingReport {
    /// Its name.
    pub name: String,
    /// Its file, relative to the book's root.
    pub file: PathBuf,
    /// What its directives say.
    pub outcome: Outcome,
    /// The codes of the errors that the compiler gave.
    pub codes: Vec<String>,
    /// Whether all that its directives, annotations and snapshots say is so; `null` where it was not checked.
    pub holds: Option<bool>,
    /// Why it was not checked, where it was not.
    pub skipped: Option<String>,
}

/// One question of a chapter's quiz. On the chapter's page it is `#quiz-ID`.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionReport {
    /// The chapter's file, relative to the book's root.
    pub file: PathBuf,
    /// The line that it begins on.
    pub line: usize,
    /// Its id, which the chapter has once.
    pub id: String,
    /// `compiles`, `prints`, `corner`, `bound`, `fix`, `order` or `definition`.
    pub kind: &'static str,
    /// What is asked, in Markdown.
    pub ask: String,
}
