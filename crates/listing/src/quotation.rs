//! Quoted compiler messages: text in a chapter that reads like one must be one.

use crate::chapter::Parsed;
use crate::diagnostic::Diagnostic;
use crate::problem::Problem;
use std::path::Path;

/// What the compiler's messages on threads sound like.
const TELLTALES: [&str; 22] = [
    "error[E",
    "error: ",
    "cannot be sent between threads safely",
    "cannot be shared between threads safely",
    "required because it",
    "required because of",
    "required for the cast",
    "required by a bound in",
    "required by this bound in",
    "may outlive the current function",
    "does not live long enough",
    "may not live long enough",
    "lifetime may not live",
    "borrowed data escapes",
    "use of moved value",
    "borrow of moved value",
    "the trait bound",
    "temporary value dropped",
    "as mutable more than once",
    "is not satisfied",
    "panicked at",
    "WARNING: ThreadSanitizer",
];

/// The quotations of a chapter that occur in no answer recorded there. `answers` are the texts of all diagnostics and
/// runs of the chapter's listings and snippets.
pub(crate) fn check(file: &Path, parsed: &Parsed, answers: impl FnOnce() -> Vec<String>) -> Vec<Problem> {
    let inline = parsed.all_codes().map(|code| (code.line, &code.text));
    let fences = parsed.all_texts().map(|text| (text.line, &text.text));
    let sounds = |text: &str| TELLTALES.iter().any(|telltale| text.contains(telltale));
    let quotations = inline.chain(fences).filter(|(_, text)| sounds(text));
    let mut quotations: Vec<_> = quotations.map(|(line, text)| (line, text, pieces(text))).collect();
    if quotations.is_empty() {
        return Vec::new();
    }
    for answer in answers() {
        let answer = folded(&answer);
        quotations.retain(|(_, _, pieces)| !occur(pieces, &answer));
    }
    quotations
        .into_iter()
        .map(|(line, text, _)| {
            let shown: String = text.trim().chars().take(120).collect();
            Problem::new(file, line, format!("a message that no listing of this chapter shows: `{shown}`"))
                .help("quote the compiler's words as they are, or put it in the reader's own words without code quotes")
        })
        .collect()
}

/// The words of all answers of one observation.
pub(crate) fn answers(diagnostics: &[Diagnostic]) -> impl Iterator<Item = String> {
    diagnostics.iter().map(Diagnostic::text)
}

/// The pieces of a quotation, which may leave out lines with `…` or `...`; each [`folded`].
fn pieces(quotation: &str) -> Vec<String> {
    let quotation = quotation.replace("...", "…");
    quotation.split('…').map(folded).filter(|piece| !piece.is_empty()).collect()
}

/// Whether `pieces` stand in `answer`, which is [`folded`], one behind the other.
fn occur(pieces: &[String], answer: &str) -> bool {
    let mut rest = answer;
    pieces.iter().all(|piece| match rest.find(piece) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// The text with every run of white space as one space.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(quotation: &str, expected: bool) {
        let answers = [
            "error[E0277]: `Rc<u8>` cannot be sent between threads safely --> a.rs:3:5",
            "panicked at a.rs:1:1: closed",
        ];
        assert_eq!(answers.iter().any(|answer| occur(&pieces(quotation), answer)), expected, "{quotation}");
    }

    #[test]
    fn quotation_occurs_word_for_word_but_for_white_space_and_what_it_leaves_out() {
        check("error[E0277]: `Rc<u8>` cannot be\n  sent", true);
        check("error[E0277] … safely", true);
        check("error[E0277]: … safely", true);
        check("error[E0277]: ...\n...--> a.rs", true);
        check("safely … error[E0277]", false);
        check("cannot be shared between threads safely", false);
        check("error[E0277]: … closed", false);
    }
}
