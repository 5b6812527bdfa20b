//! Quizzes: questions in a chapter's ```` ```quiz ```` fence, whose keys are computed.
//!
//! [`read`] reads the TOML, [`ask`] asks the compiler what only it can answer, [`key`] says which options are right, and
//! [`markup`] writes the page. No key is ever written in a chapter, but for definitions, which no compiler can answer.

mod ask;
mod key;
mod markup;
mod read;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::chapter::{self, Chapter};
use crate::problem::Problem;
use crate::report::QuestionReport;
use crate::source::Outcome;

pub(crate) use ask::Asked;
pub(crate) use key::{Key, Keys, keys};
pub(crate) use markup::{Shown, markup};
pub(crate) use read::read;

/// The questions of one fence.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Quiz {
    pub(crate) questions: Vec<Question>,
    /// The inline code of all that a reader reads, to be checked like the chapter's own.
    pub(crate) codes: Vec<chapter::Code>,
    /// Its fences of plain text.
    pub(crate) texts: Vec<chapter::Text>,
    /// The line that the fence begins on.
    pub(crate) line: usize,
    /// Where the fence is in the chapter.
    pub(crate) range: Range<usize>,
}

impl Quiz {
    /// The names of the listings that its questions are about, with the line that each is named on.
    pub(crate) fn listings(&self) -> impl Iterator<Item = &Words> {
        self.questions.iter().flat_map(Question::listings)
    }

    /// What a report says of its questions.
    pub(crate) fn report(&self, file: PathBuf) -> impl Iterator<Item = QuestionReport> {
        self.questions.iter().map(move |question| QuestionReport {
            file: file.clone(),
            line: question.line,
            id: question.id.clone(),
            kind: question.kind.word(),
            ask: question.ask.text.clone(),
        })
    }

    /// A chapter has one quiz, under a heading of its own: `#quiz` is where others link to.
    pub(crate) fn misplaced(&self, chapter: &Chapter, other: Option<&Quiz>) -> Option<Problem> {
        let before = &chapter.text[..self.range.start];
        let heading = before.lines().rev().find(|line| line.starts_with("# ") || line.starts_with("## "));
        let problem = |message: &str| Problem::new(chapter.file(), self.line, message);
        match (heading, other) {
            (_, Some(other)) => {
                let help = format!("put its questions into the quiz on line {}", other.line);
                Some(problem("a second quiz in one chapter").help(help))
            }
            (Some("## Quiz"), None) => None,
            _ => Some(problem("a quiz that does not stand under `## Quiz`").help("put that heading above it")),
        }
    }
}

/// A text of the fence, and the chapter's line that it begins on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// One question.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) line: usize,
    /// What is asked: Markdown.
    pub(crate) ask: Words,
    /// Where it is explained: the address of a link.
    pub(crate) see: Option<Words>,
    pub(crate) kind: Kind,
    /// What the reader chooses from; for [`Kind::Order`], what they put in order.
    pub(crate) options: Vec<Choice>,
    /// Why an order is as it is.
    pub(crate) why: Option<Words>,
}

impl Question {
    fn listings(&self) -> impl Iterator<Item = &Words> {
        let fixes = self.options.iter().filter_map(|option| match &option.says {
            Says::Fix { listing, .. } => Some(listing),
            _ => None,
        });
        self.kind.listing().into_iter().chain(fixes)
    }
}

/// What is asked about.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// Whether a listing compiles, and which line is blamed.
    Compiles { listing: Words },
    /// What a listing prints.
    Prints { listing: Words },
    /// Whether a type is `Send`, `Sync`, both or neither.
    Corner { subject: Words },
    /// Which bound a claim needs.
    Bound { claim: Words },
    /// Which change mends a listing.
    Fix { listing: Words },
    /// In which order a listing prints its lines.
    Order { listing: Words },
    /// What no compiler can answer.
    Definition,
}

impl Kind {
    /// The listing that the question shows.
    pub(crate) fn listing(&self) -> Option<&Words> {
        match self {
            Kind::Compiles { listing } | Kind::Prints { listing } | Kind::Fix { listing } | Kind::Order { listing } => {
                Some(listing)
            }
            Kind::Corner { .. } | Kind::Bound { .. } | Kind::Definition => None,
        }
    }

    /// Its name in the fence and on the page.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Kind::Compiles { .. } => "compiles",
            Kind::Prints { .. } => "prints",
            Kind::Corner { .. } => "corner",
            Kind::Bound { .. } => "bound",
            Kind::Fix { .. } => "fix",
            Kind::Order { .. } => "order",
            Kind::Definition => "definition",
        }
    }
}

/// One option.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Choice {
    pub(crate) says: Says,
    /// Why it is wrong, or right: Markdown.
    pub(crate) why: Option<Words>,
    pub(crate) line: usize,
}

/// What an option says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Says {
    /// The listing compiles.
    Compiles,
    /// This line, trimmed, is blamed.
    Line(String),
    /// It prints this.
    Prints(String),
    /// It comes to this, and no output is promised.
    Ends(Outcome),
    /// The type has these two.
    Corner { send: bool, sync: bool },
    /// This bound is needed.
    Bound(String),
    /// This change mends it, as `listing` shows.
    Fix { listing: Words, text: Words },
    /// A line that is printed.
    Step(String),
    /// Something about a definition, and whether it is right.
    Words { text: Words, right: bool },
}

/// The lines of a quiz's questions that ask the compiler, found again by file, question and option.
type Place = (PathBuf, String, usize);

/// The parts of a bound: `Send + Sync` has two.
fn parts(bound: &str) -> BTreeSet<&str> {
    bound.split('+').map(str::trim).filter(|part| !part.is_empty()).collect()
}
