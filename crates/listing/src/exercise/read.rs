//! Reads the folders of examples/exercises.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Check, Exercise, FOLDER, Rejected, Wrong, prose};
use crate::parallel;
use crate::problem::{Error, Problem};
use crate::source::{Listing, Outcome, closest};

/// What was found in the folders of exercises.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) exercises: Vec<Exercise>,
    pub(crate) problems: Vec<Problem>,
    /// Snapshots on disk, relative to the root.
    pub(crate) snapshots: Vec<PathBuf>,
    /// Exercises that could not be read.
    pub(crate) unread: Vec<String>,
}

/// Reads all exercises of the book at `root`.
///
/// # Errors
///
/// [`Error::Read`] where a folder or a file cannot be read.
pub(crate) fn read(root: &Path) -> Result<Found, Error> {
    let mut found = Found::default();
    for one in parallel::each(&entries(&root.join(FOLDER))?, |path| read_one(root, path)) {
        let one = one?;
        found.exercises.extend(one.exercises);
        found.problems.extend(one.problems);
        found.snapshots.extend(one.snapshots);
        found.unread.extend(one.unread);
    }
    Ok(found)
}

/// What is at `path`, which should be an exercise's folder.
fn read_one(root: &Path, path: &Path) -> Result<Found, Error> {
    let file = path.strip_prefix(root).unwrap_or(path).to_owned();
    if !path.is_dir() {
        return Ok(Found { problems: vec![stray(&file)], ..Found::default() });
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut folder = Folder { root, file, name, problems: Vec::new(), snapshots: Vec::new() };
    let exercise = folder.read()?.filter(|_| folder.problems.is_empty());
    let unread = if exercise.is_none() { vec![folder.name] } else { Vec::new() };
    let exercises = exercise.into_iter().collect();
    Ok(Found { exercises, problems: folder.problems, snapshots: folder.snapshots, unread })
}

fn stray(file: &Path) -> Problem {
    let name = file.file_name().unwrap_or_default().display();
    Problem::new(file, 1, format!("`{name}` is no part of an exercise")).help(format!(
        "an exercise is a folder of {FOLDER}/ with exercise.md, starter.rs, solution.rs, check.rs and wrong/*.rs"
    ))
}

struct Folder<'a> {
    root: &'a Path,
    /// Relative to the root.
    file: PathBuf,
    name: String,
    problems: Vec<Problem>,
    snapshots: Vec<PathBuf>,
}

impl Folder<'_> {
    fn read(&mut self) -> Result<Option<Exercise>, Error> {
        self.names()?;
        let text = self.part("exercise.md", "what the reader reads: title, level, task, hints, solution")?;
        let starter = self.part("starter.rs", "what the reader begins with")?;
        let solution = self.part("solution.rs", "an answer that passes the check")?;
        let check = self.part("check.rs", "the tests of the reader's answer")?;
        let wrong = self.wrong()?;
        let (Some(text), Some(starter), Some(solution), Some(check)) = (text, starter, solution, check) else {
            return Ok(None);
        };
        let (prose, problems) = prose::read(&self.file.join("exercise.md"), &text);
        self.problems.extend(problems);
        let starter = self.listing("starter", &starter);
        let solution = self.listing("solution", &solution);
        let check = self.check(&check);
        let (Some((starter, starter_rejected)), Some((solution, _))) = (starter, solution) else { return Ok(None) };
        let compiles = matches!(starter.outcome, Outcome::RunPass | Outcome::CheckPass | Outcome::NoDataRace);
        if compiles && starter_rejected.is_none() {
            let problem = starter.problem_at_top(format!("the starter of `{}` compiles and runs", self.name));
            let help = "let it fail, or say what its check says of it: `//@ rejected: some words of the message`";
            self.problems.push(problem.help(help));
        }
        let (name, folder) = (self.name.clone(), self.file.clone());
        Ok(Some(Exercise { name, folder, prose, text, starter, starter_rejected, solution, check, wrong }))
    }

    /// Whether all names are as they should be; finds the snapshots.
    fn names(&mut self) -> Result<(), Error> {
        let is_name = self.name.starts_with(|c: char| c.is_ascii_lowercase())
            && self.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !is_name {
            let problem = Problem::new(&self.file, 1, format!("`{}` is not a snake_case name", self.name));
            self.problems.push(problem.help("rename the folder: lower case letters, digits and `_`"));
        }
        for path in entries(&self.root.join(&self.file))? {
            let file = path.strip_prefix(self.root).unwrap_or(&path).to_owned();
            match file.file_name().and_then(|name| name.to_str()).unwrap_or_default() {
                "exercise.md" | "starter.rs" | "solution.rs" | "check.rs" | "wrong" => {}
                name if name.ends_with(".stderr") || name.ends_with(".stdout") => self.snapshots.push(file),
                _ => self.problems.push(stray(&file)),
            }
        }
        Ok(())
    }

    /// The text of a part that every exercise has.
    fn part(&mut self, part: &str, what: &str) -> Result<Option<String>, Error> {
        let file = self.file.join(part);
        if !self.root.join(&file).is_file() {
            let problem = Problem::new(&file, 1, format!("the exercise `{}` has no {part}", self.name));
            self.problems.push(problem.help(format!("write it: {what}")));
            return Ok(None);
        }
        self.text(&file)
    }

    fn text(&mut self, file: &Path) -> Result<Option<String>, Error> {
        let path = self.root.join(file);
        let bytes = fs::read(&path).map_err(|source| Error::Read { path, source })?;
        match crate::project::utf8(file, bytes) {
            Ok(text) => Ok(Some(text)),
            Err(problem) => {
                self.problems.push(problem);
                Ok(None)
            }
        }
    }

    /// A listing among the parts, and the words with which the check rejects it.
    fn listing(&mut self, stem: &str, text: &str) -> Option<(Listing, Option<Rejected>)> {
        let file = self.file.join(stem).with_extension("rs");
        let (text, rejected) = self.without_rejected(&file, text);
        match Listing::parse(&file, &text) {
            Ok(mut listing) => {
                listing.name = format!("{}_{stem}", self.name);
                Some((listing, rejected))
            }
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }

    /// Takes `//@ rejected: words` out of a header; an empty line stays, so that all others keep their numbers.
    fn without_rejected(&mut self, file: &Path, text: &str) -> (String, Option<Rejected>) {
        let mut rejected = None;
        let mut kept = String::new();
        for (index, line) in text.lines().enumerate() {
            match line.trim().strip_prefix("//@ rejected:") {
                Some(words) if !words.trim().is_empty() && rejected.is_none() => {
                    rejected = Some(Rejected { words: words.trim().to_owned(), line: index + 1 });
                }
                Some(_) => {
                    let problem = Problem::new(file, index + 1, "malformed directive, or a second one");
                    self.problems.push(problem.help("write once: `//@ rejected: some words of the message`"));
                }
                None => kept.push_str(line),
            }
            kept.push('\n');
        }
        (kept, rejected)
    }

    fn wrong(&mut self) -> Result<Vec<Wrong>, Error> {
        let folder = self.file.join("wrong");
        let mut wrong = Vec::new();
        let mut count = 0;
        for path in entries(&self.root.join(&folder))? {
            let file = path.strip_prefix(self.root).unwrap_or(&path).to_owned();
            if file.extension().is_none_or(|extension| extension != "rs") {
                self.problems.push(stray(&file));
                continue;
            }
            count += 1;
            let Some(text) = self.text(&file)? else { continue };
            let (text, rejected) = self.without_rejected(&file, &text);
            let Some(rejected) = rejected else {
                let problem = Problem::new(&file, 1, "a wrong answer without the words that reject it");
                self.problems.push(problem.help("head it with `//@ rejected: some words of the message`"));
                continue;
            };
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match Listing::parse(&file, &text) {
                Ok(listing) => wrong.push(Wrong { name, file, rejected, text: listing.text }),
                Err(problems) => self.problems.extend(problems),
            }
        }
        if count < 2 {
            let message = format!("the exercise `{}` has {count} wrong answers, and needs two", self.name);
            let help = "write plausible ones as wrong/NAME.rs, each headed `//@ rejected: some words of the message`";
            self.problems.push(Problem::new(folder, 1, message).help(help));
        }
        Ok(wrong)
    }

    fn check(&mut self, source: &str) -> Check {
        let file = self.file.join("check.rs");
        let mut check = Check { file: file.clone(), first_line: 1, ..Check::default() };
        for (index, line) in source.lines().enumerate() {
            let trimmed = line.trim();
            match trimmed.strip_prefix("//@") {
                Some(directive) if check.text.is_empty() => {
                    if let Err(problem) = self.directive(&mut check, index + 1, directive.trim()) {
                        self.problems.push(problem);
                    }
                }
                Some(directive) => {
                    let message = format!("directive `//@ {}` stands below the first line", directive.trim());
                    self.problems
                        .push(Problem::new(&file, index + 1, message).help("directives come first in the file"));
                }
                None if check.text.is_empty() && trimmed.is_empty() => {}
                None => {
                    if check.text.is_empty() {
                        check.first_line = index + 1;
                    }
                    check.text.push_str(line);
                    check.text.push('\n');
                }
            }
        }
        if check.text.is_empty() {
            self.problems.push(Problem::new(&file, 1, "the check is empty").help("write a `#[test]` function"));
        }
        check
    }

    fn directive(&self, check: &mut Check, line: usize, directive: &str) -> Result<(), Problem> {
        let (word, value) = directive.split_once(':').unwrap_or((directive, ""));
        let wrong = |message: String, help: &str| Err(Problem::new(&check.file, line, message).help(help));
        const FORBID: &str = "write `//@ forbid: unsafe_code = \"why that does not answer the task\"`";
        match (word.trim(), value.trim()) {
            ("sanitize", "thread") => check.sanitize = true,
            ("forbid", value) => {
                let Some((lint, words)) = value.split_once('=') else {
                    return wrong(format!("malformed directive `//@ {directive}`"), FORBID);
                };
                let (lint, words) = (lint.trim(), words.trim());
                let is_lint = !lint.is_empty() && lint.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == ':');
                if !is_lint || syn::parse_str::<syn::LitStr>(words).is_err() {
                    return wrong(format!("malformed directive `//@ {directive}`"), FORBID);
                }
                check.forbids.push((lint.to_owned(), words.to_owned()));
            }
            (word, _) => {
                let known = ["forbid", "sanitize"];
                let near = closest(word, known).map_or(String::new(), |near| format!("did you mean `//@ {near}`? "));
                let help = format!("{near}a check knows `//@ forbid: LINT = \"words\"` and `//@ sanitize: thread`");
                return wrong(format!("unknown directive `//@ {directive}`"), &help);
            }
        }
        Ok(())
    }
}

/// What is in a folder, sorted; nothing where there is no such folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let read_error = |source| Error::Read { path: folder.to_owned(), source };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(read_error)? {
        let entry = entry.map_err(read_error)?;
        // What editors leave behind is none of the book's.
        if !entry.file_name().to_string_lossy().starts_with('.') {
            entries.push(entry.path());
        }
    }
    entries.sort();
    Ok(entries)
}
