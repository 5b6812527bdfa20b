//! The key: which options are right, computed from what was seen.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::ask::{Answers, Asked};
use super::{Choice, Kind, Question, Quiz, Says, Words, parts};
use crate::observe::Observation;
use crate::problem::Problem;
use crate::project::Listings;
use crate::source::{Listing, Outcome, closest};

/// Which options are right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    /// These, by their place in the fence.
    Right(Vec<usize>),
    /// All, in this order.
    Order(Vec<usize>),
}

impl Key {
    pub(crate) fn is_right(&self, option: usize) -> bool {
        matches!(self, Key::Right(right) if right.contains(&option))
    }
}

/// The keys of the book, by chapter file and question.
pub(crate) type Keys = HashMap<(PathBuf, String), Key>;

/// Computes the keys of the book's quizzes, each given with its chapter's file, and says which questions have none.
/// `seen` is what happened to the listings, and to what was `asked`.
pub(crate) fn keys<'q>(
    root: &Path,
    all: &Listings,
    seen: &HashMap<String, Observation>,
    asked: &Asked,
    quizzes: impl Iterator<Item = (PathBuf, &'q Quiz)>,
) -> (Keys, Vec<Problem>) {
    let (mut keys, mut problems) = (Keys::new(), Vec::new());
    let heard = asked.listing().and_then(|listing| seen.get(&listing.name)).map(|found| asked.hear(&found.diagnostics));
    let answers = heard.and_then(|heard| heard.map_err(|found| problems.extend(found)).ok());
    let findings = Findings { root, all, seen, answers };
    for (file, quiz) in quizzes {
        for question in &quiz.questions {
            let judge = Judge { findings: &findings, file: &file, question };
            match judge.key() {
                Ok(Some(key)) => {
                    problems.extend(judge.reasons(&key));
                    keys.insert((file.clone(), question.id.clone()), key);
                }
                // What it asks about is named as a problem of its own.
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
    }
    (keys, problems)
}

/// All that keys are computed from.
struct Findings<'a> {
    root: &'a Path,
    all: &'a Listings,
    /// By listing name.
    seen: &'a HashMap<String, Observation>,
    /// What the compiler was asked; none where its answer cannot be read.
    answers: Option<Answers>,
}

struct Judge<'a> {
    findings: &'a Findings<'a>,
    file: &'a Path,
    question: &'a Question,
}

impl Judge<'_> {
    fn key(&self) -> Result<Option<Key>, Problem> {
        let right = match &self.question.kind {
            Kind::Compiles { listing } => self.blamed(self.listing(listing)?)?,
            Kind::Prints { listing } => self.printed(self.listing(listing)?)?,
            Kind::Corner { .. } => match self.answer(0) {
                Some(&[send, sync]) => {
                    self.those(|says| matches!(says, Says::Corner { send: a, sync: b } if (*a, *b) == (send, sync)))
                }
                _ => return Ok(None),
            },
            Kind::Bound { .. } => match self.bounds() {
                Some(right) => right,
                None => return Ok(None),
            },
            Kind::Fix { listing } => return self.fixes(self.listing(listing)?).map(Some),
            Kind::Order { listing } => return self.order(self.listing(listing)?).map(Some),
            Kind::Definition => return self.definition().map(Some),
        };
        match right[..] {
            [_] => Ok(Some(Key::Right(right))),
            [] => Err(self.problem(self.question.line, "no option is right", &self.truth())),
            _ => {
                let lines: Vec<String> =
                    right.iter().map(|&index| self.question.options[index].line.to_string()).collect();
                let message = format!("{} options are right: those on lines {}", right.len(), lines.join(" and "));
                Err(self.problem(self.question.line, &message, "leave one of them"))
            }
        }
    }

    fn problem(&self, line: usize, message: &str, help: &str) -> Problem {
        Problem::new(self.file, line, format!("`{}`: {message}", self.question.id)).help(help)
    }

    fn those(&self, wanted: impl Fn(&Says) -> bool) -> Vec<usize> {
        let options = self.question.options.iter().enumerate();
        options.filter(|(_, option)| wanted(&option.says)).map(|(index, _)| index).collect()
    }

    fn listing(&self, named: &Words) -> Result<&Listing, Problem> {
        let all = self.findings.all;
        all.by_name.get(&named.text).ok_or_else(|| {
            let near = closest(&named.text, all.by_name.keys().map(String::as_str));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write it: examples/{0}.rs, or examples/fails/{0}.rs", named.text),
            };
            self.problem(named.line, &format!("no listing is named `{}`", named.text), &help)
        })
    }

    fn seen(&self, listing: &Listing) -> Option<&Observation> {
        self.findings.seen.get(&listing.name)
    }

    /// What the listing came to: what its directives say, unless the compiler says otherwise today.
    fn compiles(&self, listing: &Listing) -> bool {
        self.seen(listing).map_or(listing.outcome != Outcome::CheckFail, Observation::compiled)
    }

    /// The lines that the first error is about, from 1.
    fn blamed_lines(&self, listing: &Listing) -> Vec<usize> {
        let diagnostics = self.seen(listing).map(|seen| seen.diagnostics.as_slice()).unwrap_or_default();
        let first = diagnostics.iter().find(|found| found.is_error());
        let spans = first.map(|error| error.spans.as_slice()).unwrap_or_default();
        spans.iter().filter(|span| span.primary).map(|span| span.line_start).collect()
    }

    fn blamed(&self, listing: &Listing) -> Result<Vec<usize>, Problem> {
        let lines: Vec<&str> = listing.text.lines().collect();
        let blamed = self.blamed_lines(listing);
        let mut right = Vec::new();
        for (index, option) in self.question.options.iter().enumerate() {
            match &option.says {
                Says::Compiles if self.compiles(listing) => right.push(index),
                Says::Line(line) => {
                    let at = self.line_of(listing, &lines, line, option.line)?;
                    if blamed.contains(&at) {
                        right.push(index);
                    }
                }
                _ => {}
            }
        }
        Ok(right)
    }

    /// The one line of the listing that reads like this, from 1.
    fn line_of(&self, listing: &Listing, lines: &[&str], wanted: &str, at: usize) -> Result<usize, Problem> {
        let found: Vec<usize> = (1..=lines.len()).filter(|&number| lines[number - 1].trim() == wanted).collect();
        match found[..] {
            [line] => Ok(line),
            [] => {
                let near = closest(wanted, lines.iter().map(|line| line.trim()));
                let help = near
                    .map_or_else(|| "copy the line as it stands".to_owned(), |near| format!("did you mean `{near}`?"));
                Err(self.problem(at, &format!("`{}` has no line `{wanted}`", listing.name), &help))
            }
            _ => {
                let message = format!("`{}` has {} lines `{wanted}`", listing.name, found.len());
                Err(self.problem(at, &message, "let the line stand once in the listing, or ask about another"))
            }
        }
    }

    /// Whether what the listing prints is all that there is to say of it.
    fn ends_well(listing: &Listing) -> bool {
        matches!(listing.outcome, Outcome::RunPass | Outcome::NoDataRace)
    }

    fn printed(&self, listing: &Listing) -> Result<Vec<usize>, Problem> {
        if !Self::ends_well(listing) {
            return Ok(self.those(|says| matches!(says, Says::Ends(outcome) if *outcome == listing.outcome)));
        }
        let stdout = self.stdout(listing)?;
        Ok(self.those(|says| matches!(says, Says::Prints(text) if text.trim() == stdout.trim())))
    }

    /// What the listing prints; where it cannot be run here, what is recorded beside it.
    fn stdout(&self, listing: &Listing) -> Result<String, Problem> {
        if listing.output_varies {
            let message = format!("the output of `{}` varies", listing.name);
            return Err(self.problem(self.question.line, &message, "ask about a listing that always prints the same"));
        }
        match self.seen(listing).and_then(|seen| seen.run.as_ref()) {
            Some(run) => Ok(run.stdout.clone()),
            None => {
                Ok(fs::read_to_string(self.findings.root.join(listing.file.with_extension("stdout")))
                    .unwrap_or_default())
            }
        }
    }

    fn answer(&self, option: usize) -> Option<&[bool]> {
        let place = (self.file.to_owned(), self.question.id.clone(), option);
        Some(self.findings.answers.as_ref()?.get(&place)?.as_slice())
    }

    /// The options that hold and of which no other that holds is a part.
    fn bounds(&self) -> Option<Vec<usize>> {
        let mut holding = Vec::new();
        for (index, option) in self.question.options.iter().enumerate() {
            let Says::Bound(bound) = &option.says else { continue };
            if self.answer(index)?.iter().all(|holds| *holds) {
                holding.push((index, parts(bound)));
            }
        }
        let weakest = holding.iter().filter(|(index, bound)| {
            !holding.iter().any(|(other, part)| other != index && part != bound && part.is_subset(bound))
        });
        Some(weakest.map(|(index, _)| *index).collect())
    }

    fn fixes(&self, broken: &Listing) -> Result<Key, Problem> {
        let holds = |listing: &Listing| {
            matches!(listing.outcome, Outcome::RunPass | Outcome::CheckPass | Outcome::NoDataRace)
                && self.compiles(listing)
        };
        if holds(broken) {
            let message = format!("`{}` has nothing to fix: it is `//@ {}`", broken.name, broken.outcome.directive());
            return Err(self.problem(self.question.line, &message, "name a listing that fails"));
        }
        let mut right = Vec::new();
        for (index, option) in self.question.options.iter().enumerate() {
            if let Says::Fix { listing, .. } = &option.says
                && holds(self.listing(listing)?)
            {
                right.push(index);
            }
        }
        if right.is_empty() || right.len() == self.question.options.len() {
            let which = if right.is_empty() { "no option is right" } else { "every option is right" };
            return Err(self.problem(self.question.line, which, "let at least one mend the listing, and one not"));
        }
        Ok(Key::Right(right))
    }

    fn order(&self, listing: &Listing) -> Result<Key, Problem> {
        let stdout = self.stdout(listing)?;
        let lines: Vec<&str> = stdout.lines().map(str::trim).collect();
        let mut steps = Vec::new();
        for (index, option) in self.question.options.iter().enumerate() {
            let Says::Step(step) = &option.says else { continue };
            let found: Vec<usize> = (0..lines.len()).filter(|&at| lines[at] == step).collect();
            let [at] = found[..] else {
                let message = format!("`{}` prints `{step}` {} times", listing.name, found.len());
                return Err(self.problem(
                    option.line,
                    &message,
                    "a step is a line of its output that stands there once",
                ));
            };
            steps.push((at, index));
        }
        steps.sort_unstable();
        if steps.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return Err(self.problem(self.question.line, "two steps are the same line", "leave one of them"));
        }
        Ok(Key::Order(steps.into_iter().map(|(_, index)| index).collect()))
    }

    fn definition(&self) -> Result<Key, Problem> {
        let right = self.those(|says| matches!(says, Says::Words { right: true, .. }));
        match right.len() {
            0 => Err(self.problem(self.question.line, "no option is right", "write `right = true` where it is")),
            all if all == self.question.options.len() => {
                Err(self.problem(self.question.line, "every option is right", "add one that is wrong"))
            }
            _ => Ok(Key::Right(right)),
        }
    }

    /// What is so, for an author whose options all miss it.
    fn truth(&self) -> String {
        let listing = match self.question.kind.listing().map(|named| self.listing(named)) {
            Some(Ok(listing)) => listing,
            _ => return "add the option that holds".to_owned(),
        };
        let name = &listing.name;
        match &self.question.kind {
            Kind::Compiles { .. } if self.compiles(listing) => {
                format!("`{name}` compiles: add an option with `compiles = true`")
            }
            Kind::Compiles { .. } => {
                let blamed = self.blamed_lines(listing);
                let lines: Vec<&str> = listing.text.lines().collect();
                let lines = blamed.iter().filter_map(|number| lines.get(number - 1));
                let lines: Vec<String> = lines.map(|line| format!("`{}`", line.trim())).collect();
                format!("the first error of `{name}` begins on {}", lines.join(", "))
            }
            _ if !Self::ends_well(listing) => {
                let outcome = listing.outcome.directive();
                format!("`{name}` is `//@ {outcome}`: add an option with `outcome = \"{outcome}\"`")
            }
            _ => format!("`{name}` prints {:?}", self.stdout(listing).unwrap_or_default().trim()),
        }
    }

    /// Every wrong option needs its explanation.
    fn reasons(&self, key: &Key) -> Vec<Problem> {
        let Key::Right(_) = key else { return Vec::new() };
        let lacking = |(index, option): (usize, &Choice)| {
            (!key.is_right(index) && option.why.is_none()).then(|| {
                let which = match &option.says {
                    Says::Corner { send: true, sync: true } => "`both`",
                    Says::Corner { send: true, .. } => "`send`",
                    Says::Corner { sync: true, .. } => "`sync`",
                    Says::Corner { .. } => "`neither`",
                    _ => "an option",
                };
                let message = format!("{which} is wrong and has no `why`");
                self.problem(option.line, &message, "say why it is wrong: `why = \"…\"`")
            })
        };
        self.question.options.iter().enumerate().filter_map(lacking).collect()
    }
}
