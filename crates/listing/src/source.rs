//! A listing's file: its directives, its annotations, its anchors, and the text that a reader sees.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// What must happen to a listing, in the words of the compiler's own test suite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Compiles without a warning, exits with 0.
    RunPass,
    /// Compiles without a warning, panics or exits with another status.
    RunFail,
    /// Type-checks without a warning; is not run.
    CheckPass,
    /// Does not compile, with the errors that its annotations name.
    CheckFail,
    /// Compiles without a warning, and still runs at its limit.
    Hangs,
    /// ThreadSanitizer reports a data race.
    DataRace,
    /// Exits with 0 under ThreadSanitizer, without a report.
    NoDataRace,
    /// AddressSanitizer reports a memory error.
    MemoryError,
}

impl Outcome {
    /// All of them, in the order of the documentation.
    pub const ALL: [Outcome; 8] = [
        Self::RunPass,
        Self::RunFail,
        Self::CheckPass,
        Self::CheckFail,
        Self::Hangs,
        Self::DataRace,
        Self::NoDataRace,
        Self::MemoryError,
    ];

    /// The directive's word.
    pub fn directive(self) -> &'static str {
        match self {
            Self::RunPass => "run-pass",
            Self::RunFail => "run-fail",
            Self::CheckPass => "check-pass",
            Self::CheckFail => "check-fail",
            Self::Hangs => "hangs",
            Self::DataRace => "data-race",
            Self::NoDataRace => "no-data-race",
            Self::MemoryError => "memory-error",
        }
    }

    /// The reader's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::RunPass => "runs",
            Self::RunFail => "panics",
            Self::CheckPass => "compiles",
            Self::CheckFail => "does not compile",
            Self::Hangs => "hangs",
            Self::DataRace => "data race",
            Self::NoDataRace => "no data race",
            Self::MemoryError => "memory error",
        }
    }
}

/// What an annotation expects of the error on its line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expect {
    /// An error of this code.
    Code(String),
    /// An error whose message contains this text.
    Text(String),
}

impl std::fmt::Display for Expect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Code(words) | Self::Text(words)) = self;
        f.write_str(words)
    }
}

/// `//~ ERROR E0277`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The line of [`Listing::text`] that the error must start on, from 1.
    pub line: usize,
    /// The line of the file that the annotation stands on, from 1.
    pub file_line: usize,
    /// What the error must be.
    pub expect: Expect,
}

/// One program of the book, as read from its file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Listing {
    /// The file's stem.
    pub name: String,
    /// The file, relative to the book's root.
    pub file: PathBuf,
    /// What must happen.
    pub outcome: Outcome,
    /// The edition that it is written in.
    pub edition: String,
    /// Whether it uses what only a nightly compiler accepts.
    pub nightly: bool,
    /// Whether it is compiled as tests: its `#[test]` functions are what runs.
    pub tests: bool,
    /// Whether its output differs from run to run.
    pub output_varies: bool,
    /// The width that diagnostics are laid out for.
    pub width: Option<u16>,
    /// The program without directives, annotations and anchors: what is shown and what is compiled.
    pub text: String,
    /// The errors that must come, all of them.
    pub annotations: Vec<Annotation>,
    /// Where a snippet's fence names codes in place of annotations: the codes that must come.
    pub codes: Option<Vec<String>>,
    /// The lines of [`Listing::text`] (from 0) that each anchor holds.
    pub anchors: BTreeMap<String, Range<usize>>,
    /// The file's line (from 1) for each line of [`Listing::text`].
    file_lines: Vec<usize>,
}

impl Listing {
    /// Reads the text of `file`, which is given relative to the book's root.
    ///
    /// # Errors
    ///
    /// Every malformed directive, annotation and anchor.
    pub fn parse(file: &Path, source: &str) -> Result<Listing, Vec<Problem>> {
        let mut parser = Parser::new(file);
        for (index, line) in source.lines().enumerate() {
            parser.line(index + 1, line);
        }
        parser.finish()
    }

    /// A snippet of a chapter: no file, no name of its own, no directives.
    pub(crate) fn snippet(file: &Path, first_line: usize, text: String, outcome: Outcome) -> Listing {
        let file_lines = (0..text.lines().count()).map(|n| n + first_line).collect();
        Listing {
            name: "snippet".into(),
            file: file.to_owned(),
            outcome,
            edition: DEFAULT_EDITION.into(),
            nightly: false,
            tests: false,
            output_varies: false,
            width: None,
            text,
            annotations: Vec::new(),
            codes: Some(Vec::new()),
            anchors: BTreeMap::new(),
            file_lines,
        }
    }

    /// The file's line for a line of the text, both from 1.
    pub fn file_line(&self, line: usize) -> usize {
        let index = line.saturating_sub(1).min(self.file_lines.len().saturating_sub(1));
        self.file_lines.get(index).copied().unwrap_or(1)
    }

    /// A problem on a line (from 1) of the text.
    pub(crate) fn problem(&self, line: usize, message: impl Into<String>) -> Problem {
        Problem::new(&self.file, self.file_line(line), message)
    }

    /// A problem with the listing as a whole.
    pub(crate) fn problem_at_top(&self, message: impl Into<String>) -> Problem {
        let line = if self.codes.is_some() { self.file_line(1) } else { 1 };
        Problem::new(&self.file, line, message)
    }

    /// Whether the fault that it shows is seen by a sanitizer.
    pub fn sanitizer(&self) -> Option<&'static str> {
        match self.outcome {
            Outcome::DataRace | Outcome::NoDataRace => Some("thread"),
            Outcome::MemoryError => Some("address"),
            _ => None,
        }
    }
}

/// The edition of listings that name none.
pub const DEFAULT_EDITION: &str = "2024";

struct Parser<'a> {
    file: &'a Path,
    problems: Vec<Problem>,
    outcome: Option<Outcome>,
    edition: Option<String>,
    nightly: bool,
    tests: bool,
    output_varies: bool,
    width: Option<u16>,
    text: String,
    file_lines: Vec<usize>,
    annotations: Vec<Annotation>,
    open: BTreeMap<String, (usize, usize)>,
    anchors: BTreeMap<String, Range<usize>>,
}

impl<'a> Parser<'a> {
    fn new(file: &'a Path) -> Self {
        Parser {
            file,
            problems: Vec::new(),
            outcome: None,
            edition: None,
            nightly: false,
            tests: false,
            output_varies: false,
            width: None,
            text: String::new(),
            file_lines: Vec::new(),
            annotations: Vec::new(),
            open: BTreeMap::new(),
            anchors: BTreeMap::new(),
        }
    }

    fn problem(&mut self, line: usize, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(self.file, line, message).help(help));
    }

    fn line(&mut self, number: usize, line: &str) {
        let trimmed = line.trim();
        if let Some(directive) = trimmed.strip_prefix("//@") {
            self.directive(number, directive.trim());
        } else if let Some(anchor) = trimmed.strip_prefix("// ANCHOR:") {
            self.open_anchor(number, anchor.trim());
        } else if let Some(anchor) = trimmed.strip_prefix("// ANCHOR_END:") {
            self.close_anchor(number, anchor.trim());
        } else if let Some(at) = line.find("//~") {
            let code = line[..at].trim_end();
            let own_line = code.is_empty();
            if !own_line {
                self.push(number, code);
            }
            self.annotation(number, &line[at + 3..], own_line);
        } else if !(self.text.is_empty() && trimmed.is_empty()) {
            self.push(number, line.trim_end());
        }
    }

    fn push(&mut self, number: usize, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.file_lines.push(number);
    }

    fn directive(&mut self, number: usize, directive: &str) {
        if !self.text.is_empty() {
            self.problem(
                number,
                format!("directive `//@ {directive}` stands below the program's first line"),
                "directives come first in the file",
            );
            return;
        }
        let (word, value) = match directive.split_once(':') {
            Some((word, value)) => (word.trim(), Some(value.trim())),
            None => (directive, None),
        };
        if let Some(outcome) = Outcome::ALL.into_iter().find(|outcome| outcome.directive() == word) {
            if self.outcome.replace(outcome).is_some() || value.is_some() {
                self.problem(
                    number,
                    format!("`//@ {directive}` is a second outcome, or has a value"),
                    "a listing has one outcome, written without a value",
                );
            }
            return;
        }
        match (word, value) {
            ("nightly", None) => self.nightly = true,
            ("tests", None) => self.tests = true,
            ("output-varies", None) => self.output_varies = true,
            ("edition", Some(edition @ ("2015" | "2018" | "2021" | "2024"))) => self.edition = Some(edition.into()),
            ("width", Some(width)) if width.parse::<u16>().is_ok_and(|w| (40..=200).contains(&w)) => {
                self.width = width.parse().ok();
            }
            _ => self.unknown_directive(number, directive, word),
        }
    }

    fn unknown_directive(&mut self, number: usize, directive: &str, word: &str) {
        let known: Vec<&str> = Outcome::ALL
            .map(Outcome::directive)
            .into_iter()
            .chain(["nightly", "tests", "output-varies", "edition: 2021", "width: 90"])
            .collect();
        let near = closest(word, known.iter().map(|known| known.split(':').next().unwrap_or(known)));
        let help = match near {
            Some(near) => format!("did you mean `//@ {near}`? known: {}", known.join(", ")),
            None => format!("known directives: {}", known.join(", ")),
        };
        self.problem(number, format!("unknown directive `//@ {directive}`"), help);
    }

    fn annotation(&mut self, number: usize, annotation: &str, own_line: bool) {
        let carets = annotation.chars().take_while(|&c| c == '^').count();
        let rest = annotation[carets..].trim();
        let Some(expected) = rest.strip_prefix("ERROR").map(str::trim).filter(|expected| !expected.is_empty()) else {
            self.problem(
                number,
                format!("malformed annotation `//~{annotation}`"),
                "write `//~ ERROR E0277` or `//~ ERROR some text of the message`",
            );
            return;
        };
        // An annotation on a line of its own is not part of the text: one `^` is the text's last line.
        let last = self.file_lines.len() + usize::from(own_line);
        let line = last.saturating_sub(carets);
        if line == 0 || (own_line && carets == 0) {
            self.problem(number, "the annotation points at no line of the program", "one `^` is the line above");
            return;
        }
        let is_code = expected.len() == 5 && expected.starts_with('E') && expected[1..].parse::<u16>().is_ok();
        let expect = if is_code { Expect::Code(expected.into()) } else { Expect::Text(expected.into()) };
        self.annotations.push(Annotation { line, file_line: number, expect });
    }

    fn open_anchor(&mut self, number: usize, name: &str) {
        let start = self.file_lines.len();
        if self.open.insert(name.into(), (start, number)).is_some() || self.anchors.contains_key(name) {
            self.problem(number, format!("anchor `{name}` begins twice"), "give each anchor a name of its own");
        }
    }

    fn close_anchor(&mut self, number: usize, name: &str) {
        match self.open.remove(name) {
            Some((start, _)) => {
                self.anchors.insert(name.into(), start..self.file_lines.len());
            }
            None => self.problem(
                number,
                format!("anchor `{name}` ends, but never began"),
                format!("begin it with `// ANCHOR: {name}`"),
            ),
        }
    }

    fn finish(mut self) -> Result<Listing, Vec<Problem>> {
        for (name, (_, number)) in std::mem::take(&mut self.open) {
            self.problem(number, format!("anchor `{name}` has no end"), format!("end it with `// ANCHOR_END: {name}`"));
        }
        let outcome = self.outcome.unwrap_or(Outcome::RunPass);
        let fails = outcome == Outcome::CheckFail;
        if fails && self.annotations.is_empty() && self.problems.is_empty() {
            self.problem(
                1,
                "a `//@ check-fail` listing has no annotation",
                "add `//~ ERROR E0277` to each line that an error starts on",
            );
        }
        if !fails && let Some(annotation) = self.annotations.first() {
            let line = annotation.file_line;
            let message = format!("an annotation in a listing that is `//@ {}`", outcome.directive());
            self.problem(line, message, "annotations belong to `//@ check-fail` listings");
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        let name = self.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Listing {
            name,
            file: self.file.to_owned(),
            outcome,
            edition: self.edition.unwrap_or_else(|| DEFAULT_EDITION.into()),
            nightly: self.nightly,
            tests: self.tests,
            output_varies: self.output_varies,
            width: self.width,
            text: self.text,
            annotations: self.annotations,
            codes: None,
            anchors: self.anchors,
            file_lines: self.file_lines,
        })
    }
}

/// The candidate nearest to a misspelt word, if any is near.
pub(crate) fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (similar::TextDiff::from_chars(word, candidate).ratio(), candidate))
        .filter(|(ratio, _)| *ratio > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
