//! An exercise: a starter, a check of the reader's answer, and answers that pass it or must not.
//!
//! An exercise is a folder in examples/exercises. Its starter and its solution are listings like any other; its check is
//! Rust that is compiled as a child of an answer, by [`Check::compose`].

mod attempt;
mod expand;
mod judge;
mod prose;
mod read;
mod together;
mod usage;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::chapter::Chapter;
use crate::source::{Listing, Outcome};

pub use attempt::{Attempt, Test, attempt};
pub(crate) use expand::{expand, resolve};
pub(crate) use judge::{judge, rejected};
pub(crate) use read::{Found, read};
pub(crate) use together::observe as observe_together;
pub(crate) use usage::usage;

/// The folder of exercises, relative to the book's root.
pub(crate) const FOLDER: &str = "examples/exercises";

/// How much an exercise asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// One step.
    Easy,
    /// A few steps, or one that must be found.
    Middle,
    /// A design, or a proof.
    Hard,
}

impl Level {
    /// All of them, rising.
    pub const ALL: [Level; 3] = [Level::Easy, Level::Middle, Level::Hard];

    /// The word in `level: easy`.
    pub fn word(self) -> &'static str {
        match self {
            Level::Easy => "easy",
            Level::Middle => "middle",
            Level::Hard => "hard",
        }
    }
}

/// One exercise of the book, as read from its folder.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// The folder's name.
    pub name: String,
    /// The folder, relative to the book's root.
    pub folder: PathBuf,
    /// What the reader reads, in parts.
    pub prose: Prose,
    /// `exercise.md` as it stands.
    pub text: String,
    /// What the reader begins with.
    pub starter: Listing,
    /// Words that must occur in what the check says of the starter, where the starter compiles and runs.
    pub(crate) starter_rejected: Option<Rejected>,
    /// An answer that is right.
    pub solution: Listing,
    /// What is held against an answer.
    pub check: Check,
    /// Answers that are plausible and wrong.
    pub(crate) wrong: Vec<Wrong>,
}

impl Exercise {
    /// Its text, to be read as a chapter's.
    pub(crate) fn chapter(&self) -> Chapter {
        Chapter { path: Path::new("..").join(self.file("exercise.md")), text: self.text.clone() }
    }

    /// The file of a part, relative to the book's root.
    pub fn file(&self, part: &str) -> PathBuf {
        self.folder.join(part)
    }

    /// The programs that show that the check accepts and rejects what it should.
    ///
    /// A starter that does not compile need not be asked again: its text is part of the composed program, so that its
    /// error is the check's. It is asked where the check itself must say certain words.
    pub(crate) fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        let starter_fails = self.starter.outcome == Outcome::CheckFail && !self.starter.text.contains("cfg(");
        if !starter_fails || self.starter_rejected.is_some() {
            trials.push(self.trial(Answer::Starter, &self.starter.text));
        }
        trials.push(self.trial(Answer::Solution, &self.solution.text));
        if self.check.sanitize {
            trials.push(self.trial(Answer::SolutionWatched, &self.solution.text));
        }
        let wrong = self.wrong.iter().enumerate();
        trials.extend(wrong.map(|(index, wrong)| self.trial(Answer::Wrong(index), &wrong.text)));
        trials
    }

    fn trial(&self, answer: Answer, text: &str) -> Trial {
        let (stem, outcome) = match answer {
            Answer::Starter if self.starter.outcome == Outcome::Hangs => ("starter".to_owned(), Outcome::Hangs),
            Answer::Starter => ("starter".to_owned(), Outcome::RunFail),
            Answer::Solution => ("solution".to_owned(), Outcome::RunPass),
            Answer::SolutionWatched => ("watched".to_owned(), Outcome::NoDataRace),
            Answer::Wrong(index) => (format!("wrong_{}", self.wrong[index].name), self.wrong[index].rejected.outcome()),
        };
        let watched = answer == Answer::SolutionWatched;
        let (text, check_line) = if watched { self.check.compose_watched(text) } else { self.check.compose(text) };
        let mut program = Listing::snippet(&self.check.file, 1, text, outcome);
        program.name = format!("{}_{stem}", self.name);
        program.nightly = self.solution.nightly;
        program.edition = self.solution.edition.clone();
        program.tests = true;
        Trial { exercise: self.name.clone(), answer, program, check_line }
    }
}

/// What `exercise.md` says, each part as Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The heading.
    pub title: String,
    /// How much it asks for; `None` only where the file says nothing that is known.
    pub level: Option<Level>,
    /// What to do.
    pub task: String,
    /// Questions and pointers, in the order in which they are given.
    pub hints: Vec<String>,
    /// Why the solution is right, and what else would do.
    pub commentary: String,
}

/// Words that must occur in what the compiler or a failing test says, and the line of the file that names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejected {
    pub(crate) words: String,
    pub(crate) line: usize,
}

impl Rejected {
    /// What the composed program must do. One that is to run over its limit is given less time.
    fn outcome(&self) -> Outcome {
        match self.words.as_str() {
            "still runs at its limit" => Outcome::Hangs,
            _ => Outcome::RunFail,
        }
    }
}

/// An answer that is plausible and wrong: `wrong/NAME.rs`.
#[derive(Debug, Clone)]
pub(crate) struct Wrong {
    pub(crate) name: String,
    pub(crate) file: PathBuf,
    pub(crate) rejected: Rejected,
    pub(crate) text: String,
}

/// What is held against an answer: `check.rs`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Its file, relative to the book's root.
    pub file: PathBuf,
    /// Tests and static assertions, without directives.
    pub text: String,
    /// The line of the file that the text begins on.
    pub(crate) first_line: usize,
    /// `//@ forbid: unsafe_code = "words"`: a lint that an answer may not need, and why, as a literal of Rust's.
    pub forbids: Vec<(String, String)>,
    /// Whether the solution is tested under ThreadSanitizer too.
    pub sanitize: bool,
}

impl Check {
    /// The program that tests `answer`, for `rustc --test`, and the line that the check begins on.
    ///
    /// The answer comes first and whole, so that the compiler's line numbers are the reader's.
    pub fn compose(&self, answer: &str) -> (String, usize) {
        let [before, between, after] = self.frame();
        let quoted = if self.quotes_answer() { literal(answer) } else { String::new() };
        let head = format!("{before}{answer}{between}{quoted}");
        let mut line = head.matches('\n').count() + 1;
        if self.quotes_answer() {
            line += 1;
        }
        (head + &after, line)
    }

    /// The same program for ThreadSanitizer: it calls the tests one after the other, without the test harness, whose own
    /// channel between threads lies in std, where the sanitizer misses what orders its two ends.
    fn compose_watched(&self, answer: &str) -> (String, usize) {
        let (program, line) = self.compose(answer);
        let program = program.replacen("#[cfg(test)]\nmod check", "\npub mod check", 1).replace("#[test]", "");
        let calls: String = self.tests().iter().map(|test| format!("drop({test}()); ")).collect();
        let program = program.trim_end().strip_suffix('}').unwrap_or(&program);
        let all = format!("pub fn every_test() {{ {calls}}}\n}}\n");
        (
            format!("#[allow(warnings)] mod answer {{ {program}{all}}}\nfn main() {{ answer::check::every_test() }}\n"),
            line,
        )
    }

    /// The names of the test functions, but for those that are to panic.
    fn tests(&self) -> Vec<String> {
        let items = syn::parse_file(&self.text).map(|file| file.items).unwrap_or_default();
        let has = |function: &syn::ItemFn, name| function.attrs.iter().any(|attribute| attribute.path().is_ident(name));
        let tests = items.iter().filter_map(|item| match item {
            syn::Item::Fn(function) if has(function, "test") && !has(function, "should_panic") => {
                Some(function.sig.ident.to_string())
            }
            _ => None,
        });
        tests.collect()
    }

    /// What stands before the answer, between it and its quotation (which is left out where the check asks for none),
    /// and after that. The page puts the same three around what the reader writes.
    pub fn frame(&self) -> [String; 3] {
        let forbids = self.forbids.iter().map(|(lint, words)| format!("#![forbid({lint}, reason = {words})] "));
        let module = "\n#[cfg(test)]\nmod check {\n#[allow(unused_imports)]\nuse super::*;\n";
        let (between, rest) = match self.quotes_answer() {
            true => (format!("{module}const ANSWER: &str = "), ";\n"),
            false => (module.to_owned(), ""),
        };
        [forbids.collect(), between, format!("{rest}{}}}\n", self.text)]
    }

    /// Whether it looks at the answer's own text.
    pub fn quotes_answer(&self) -> bool {
        self.text.contains("ANSWER")
    }
}

/// `text` as a raw string of Rust's.
fn literal(text: &str) -> String {
    let hashes = text.split('"').skip(1).map(|rest| rest.len() - rest.trim_start_matches('#').len()).max();
    let hashes = "#".repeat(hashes.map_or(1, |longest| longest + 1));
    format!("r{hashes}\"{text}\"{hashes}")
}

/// Which answer a trial is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Starter,
    Solution,
    /// The solution, with ThreadSanitizer watching.
    SolutionWatched,
    /// By its place in [`Exercise::wrong`].
    Wrong(usize),
}

/// One answer, put together with the check.
#[derive(Debug)]
pub(crate) struct Trial {
    pub(crate) exercise: String,
    pub(crate) answer: Answer,
    pub(crate) program: Listing,
    /// The line of the program that the check begins on.
    pub(crate) check_line: usize,
}

/// One exercise in a report.
#[derive(Debug, Clone, Serialize)]
pub struct ExerciseReport {
    /// Its name.
    pub name: String,
    /// Its folder, relative to the book's root.
    pub folder: PathBuf,
    /// Its title.
    pub title: String,
    /// How much it asks for.
    pub level: Option<Level>,
    /// The chapter that has it, relative to src/; `null` where none has.
    pub chapter: Option<PathBuf>,
    /// The line of the chapter that it stands on.
    pub line: usize,
    /// How many wrong answers were shown to be rejected.
    pub wrong: usize,
}
