//! What only the compiler can answer: corners and bounds.
//!
//! All questions of the book are lines of one program, of which some compile and some are refused. It is compiled again
//! only where a question changed.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::{Kind, Place, Question, Quiz, Says};
use crate::claim::{self, Claims, Program};
use crate::diagnostic::Diagnostic;
use crate::problem::Problem;
use crate::source::Listing;

/// What is asked of the compiler, and for which option.
pub(crate) struct Asked {
    claims: Claims,
    program: Program,
    /// The option that each claim is asked for.
    places: Vec<Place>,
}

/// For each option, whether each of its bounds holds: for a corner, `Send` and `Sync`.
pub(crate) type Answers = HashMap<Place, Vec<bool>>;

impl Asked {
    /// Reads what the quizzes of the book ask. `scopes` are the items that each chapter declares for its claims.
    pub(crate) fn read<'q>(
        quizzes: impl IntoIterator<Item = (PathBuf, &'q Quiz)>,
        scopes: &BTreeMap<PathBuf, Vec<(usize, String)>>,
    ) -> (Asked, Vec<Problem>) {
        let mut claims = Claims { claims: Vec::new(), scopes: scopes.clone() };
        let (mut places, mut problems) = (Vec::new(), Vec::new());
        for (file, quiz) in quizzes {
            for question in &quiz.questions {
                for (option, line, text) in asked(question) {
                    match read(&file, line, &text).and_then(|claim| positive(question, claim)) {
                        Ok(claim) => {
                            claims.claims.push(claim);
                            places.push((file.clone(), question.id.clone(), option));
                        }
                        Err(problem) => problems.push(problem),
                    }
                }
            }
        }
        let program = claims.questions();
        (Asked { claims, program, places }, problems)
    }

    /// The program that asks; none where nothing is asked.
    pub(crate) fn listing(&self) -> Option<&Listing> {
        (!self.places.is_empty()).then_some(&self.program.listing)
    }

    /// Reads the compiler's answer.
    pub(crate) fn hear(&self, diagnostics: &[Diagnostic]) -> Result<Answers, Vec<Problem>> {
        let refused = self.claims.refused(&self.program, diagnostics)?;
        let answer = |(index, place): (usize, &Place)| {
            let bounds = 0..self.claims.claims[index].bounds.len();
            (place.clone(), bounds.map(|bound| !refused.contains_key(&(index, bound))).collect())
        };
        Ok(self.places.iter().enumerate().map(answer).collect())
    }
}

/// The options that are asked about, each with its line and its claim. The claim's own sign is not what is meant.
fn asked(question: &Question) -> Vec<(usize, usize, String)> {
    match &question.kind {
        Kind::Corner { subject } => vec![(0, subject.line, corner(&subject.text, false, false))],
        Kind::Bound { claim } => {
            let options = question.options.iter().enumerate();
            let filled = options.filter_map(|(index, option)| match &option.says {
                Says::Bound(bound) => Some((index, option.line, fill(&claim.text, bound))),
                _ => None,
            });
            filled.collect()
        }
        _ => Vec::new(),
    }
}

/// The claim that a type is in this corner.
pub(super) fn corner(subject: &str, send: bool, sync: bool) -> String {
    let sign = |holds: bool| if holds { "" } else { "!" };
    format!("{subject}: {}Send + {}Sync", sign(send), sign(sync))
}

/// The claim with this bound; without one, its condition goes as well.
pub(super) fn fill(claim: &str, bound: &str) -> String {
    let filled = claim.replace("{}", bound);
    match filled.split_once(" where ") {
        Some((start, conditions)) if bound.is_empty() => {
            let kept = conditions.split(", ").filter(|condition| !condition.trim_end().ends_with(':'));
            match kept.collect::<Vec<_>>().join(", ") {
                kept if kept.is_empty() => start.to_owned(),
                kept => format!("{start} where {kept}"),
            }
        }
        _ => filled,
    }
}

fn read(file: &Path, line: usize, text: &str) -> Result<claim::Claim, Problem> {
    let help = "write a type and what it must be: `Arc<T>: Send where T: {}`; for a corner, the type alone: `Cell<u8>`";
    let none =
        || Problem::new(file, line, format!("`{text}` claims nothing that the compiler could be asked")).help(help);
    claim::parse(file, line, text).unwrap_or_else(|| Err(none()))
}

/// A bound is needed for something to hold, not for it not to.
fn positive(question: &Question, claim: claim::Claim) -> Result<claim::Claim, Problem> {
    match &question.kind {
        Kind::Bound { claim: written } if claim.bounds.iter().any(|bound| !bound.holds) => {
            let message = format!("`{}`: `{}` says what does not hold", question.id, written.text);
            let problem = Problem::new(&claim.file, written.line, message);
            Err(problem.help("no bound is needed for that: ask without the `!`"))
        }
        _ => Ok(claim),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_bound_takes_its_condition_away() {
        assert_eq!(fill("Arc<T>: Send where T: {}", "Send + Sync"), "Arc<T>: Send where T: Send + Sync");
        assert_eq!(fill("Cell<T>: Sync where T: {}", ""), "Cell<T>: Sync");
        assert_eq!(fill("Pair<T, U>: Send where T: {}, U: Send", ""), "Pair<T, U>: Send where U: Send");
    }
}
