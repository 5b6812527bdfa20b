//! Claims: inline code such as `Rc<u8>: !Send`, asked of the compiler.
//!
//! All claims of the book are compiled in two programs: one in which every line must compile, and one in which every
//! line must be refused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use serde::{Deserialize, Serialize};
use syn::parse::Parser as _;

use crate::diagnostic::Diagnostic;
use crate::problem::Problem;
use crate::scope::{PRELUDE, TRAITS};
use crate::source::{Listing, Outcome};

/// One claim, where it stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Claim {
    pub(crate) file: PathBuf,
    pub(crate) line: usize,
    pub(crate) text: String,
    /// The type, as written.
    type_text: String,
    /// Its parameters' bounds: `T: Send + Sync`.
    conditions: Vec<String>,
    /// The parameters that the type names.
    parameters: BTreeSet<String>,
    lifetimes: BTreeSet<String>,
    pub(crate) bounds: Vec<Bound>,
}

impl Claim {
    /// Where in the text the type ends and its bounds begin.
    pub(crate) fn subject_end(&self) -> usize {
        first_colon(&self.text).unwrap_or(0)
    }
}

/// `Send`, or `!Send`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bound {
    pub(crate) text: String,
    pub(crate) holds: bool,
}

/// Reads inline code as a claim; `None` where it is none, a problem where it looks like one and cannot be read.
pub(crate) fn parse(file: &Path, line: usize, text: &str) -> Option<Result<Claim, Problem>> {
    let colon = first_colon(text)?;
    let (subject, rest) = (text[..colon].trim(), text[colon + 1..].trim());
    let first = rest.strip_prefix('!').unwrap_or(rest);
    let word_end = first.find(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '_')).unwrap_or(first.len());
    if !TRAITS.contains(&&first[..word_end]) || is_code(subject) || is_parameter(subject) {
        return None;
    }
    Some(read(file, line, text, subject, rest))
}

/// The first colon that is not part of a `::`.
fn first_colon(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .find(|&at| bytes[at] == b':' && bytes.get(at + 1) != Some(&b':') && (at == 0 || bytes[at - 1] != b':'))
}

/// `impl<T> …`, `fn f(…`: a piece of a program, not a type.
fn is_code(subject: &str) -> bool {
    let first = subject.split([' ', '<']).next().unwrap_or_default();
    ["impl", "unsafe", "struct", "enum", "trait", "type", "where", "let", "pub", "const", "static", "use"]
        .contains(&first)
        || subject.starts_with("fn ")
        || subject.is_empty()
}

/// `T`, `F`, `Self`: a bound on it claims nothing.
fn is_parameter(subject: &str) -> bool {
    subject == "Self" || (subject.len() == 1 && subject.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn read(file: &Path, line: usize, text: &str, subject: &str, rest: &str) -> Result<Claim, Problem> {
    let wrong = |reason: String| {
        Problem::new(file, line, format!("the claim `{text}` cannot be read: {reason}"))
            .help("write `TYPE: BOUND + !BOUND where T: BOUND`, or, if it is no claim, put it in a code fence")
    };
    let ty =
        syn::parse_str::<syn::Type>(subject).map_err(|error| wrong(format!("`{subject}` is no type ({error})")))?;
    let (bounds, conditions) = match rest.split_once(" where ") {
        Some((bounds, conditions)) => (bounds, conditions),
        None => (rest, ""),
    };
    let bounds = bounds.split('+').map(|bound| read_bound(bound.trim())).collect::<Result<Vec<_>, _>>();
    let bounds = bounds.map_err(&wrong)?;
    let conditions = read_conditions(conditions).map_err(&wrong)?;
    let mut parameters = BTreeSet::new();
    let mut lifetimes = BTreeSet::new();
    names(ty.to_token_stream(), &mut parameters, &mut lifetimes);
    for condition in &conditions {
        names(condition.clone(), &mut parameters, &mut lifetimes);
    }
    let conditions = conditions.iter().map(TokenStream::to_string).collect();
    let (file, text, type_text) = (file.to_owned(), text.to_owned(), subject.to_owned());
    Ok(Claim { file, line, text, type_text, conditions, parameters, lifetimes, bounds })
}

fn read_bound(bound: &str) -> Result<Bound, String> {
    let (holds, text) = match bound.strip_prefix('!') {
        Some(text) => (false, text.trim()),
        None => (true, bound),
    };
    // There are thousands of claims, and most name a trait and no more.
    let read = if TRAITS.contains(&text) { Ok(()) } else { syn::parse_str::<syn::TypeParamBound>(text).map(drop) };
    match read {
        Ok(()) => Ok(Bound { text: text.to_owned(), holds }),
        Err(error) => Err(format!("`{bound}` is no bound ({error})")),
    }
}

fn read_conditions(conditions: &str) -> Result<Vec<TokenStream>, String> {
    if conditions.is_empty() {
        return Ok(Vec::new());
    }
    let parser = syn::punctuated::Punctuated::<syn::WherePredicate, syn::Token![,]>::parse_terminated;
    if conditions.contains('!') {
        return Err("a condition with `!`: Rust has no negative bounds".into());
    }
    let predicates = parser.parse_str(conditions).map_err(|error| format!("`where {conditions}`: {error}"))?;
    Ok(predicates.iter().map(ToTokens::to_token_stream).collect())
}

/// Collects the type parameters (a single capital letter) and lifetimes that tokens name.
fn names(tokens: TokenStream, parameters: &mut BTreeSet<String>, lifetimes: &mut BTreeSet<String>) {
    let mut quote = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => names(group.stream(), parameters, lifetimes),
            TokenTree::Punct(punct) => {
                quote = punct.as_char() == '\'';
                continue;
            }
            TokenTree::Ident(ident) if quote => {
                let name = ident.to_string();
                if name != "static" && name != "_" {
                    lifetimes.insert(name);
                }
            }
            TokenTree::Ident(ident) if is_parameter(&ident.to_string()) && ident != "Self" => {
                parameters.insert(ident.to_string());
            }
            _ => {}
        }
        quote = false;
    }
}

/// All claims of the book, and the items that each chapter declares for its own.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    pub(crate) claims: Vec<Claim>,
    /// By chapter file: the items, and the line they stand on.
    pub(crate) scopes: BTreeMap<PathBuf, Vec<(usize, String)>>,
}

/// One of the two programs, and which claim and bound each of its lines is.
pub(crate) struct Program {
    pub(crate) listing: Listing,
    lines: BTreeMap<usize, (usize, usize)>,
    /// The lines that only name a claim's type.
    types: BTreeMap<usize, usize>,
    scope_lines: BTreeMap<usize, (PathBuf, usize)>,
}

/// A text that knows how many lines it has.
#[derive(Default)]
struct Text {
    text: String,
    lines: usize,
}

impl Text {
    /// Adds `more` and a line end; returns the line (from 1) that it begins on.
    fn push(&mut self, more: &str) -> usize {
        let line = self.lines + 1;
        self.lines += more.matches('\n').count() + 1;
        self.text.push_str(more);
        self.text.push('\n');
        line
    }
}

impl Claims {
    /// The program in which every line must compile, or be refused.
    pub(crate) fn program(&self, holds: bool) -> Program {
        let outcome = if holds { Outcome::CheckPass } else { Outcome::CheckFail };
        let name = if holds { "claims_that_hold" } else { "claims_that_are_refused" };
        // What is refused must be refused for its bound, and not since there can be no such type at all.
        let has_negative = |claim: &Claim| holds && claim.bounds.iter().any(|bound| !bound.holds);
        self.compose(name, outcome, |bound| bound.holds == holds, has_negative)
    }

    /// The program in which every line asks, and may compile or be refused.
    pub(crate) fn questions(&self) -> Program {
        self.compose("claims_asked", Outcome::CheckFail, |_| true, |_| true)
    }

    /// A program with a line for each bound that is `wanted`, and one for the type of each claim that is to be `typed`.
    fn compose(
        &self,
        name: &str,
        outcome: Outcome,
        wanted: impl Fn(&Bound) -> bool,
        typed: impl Fn(&Claim) -> bool,
    ) -> Program {
        let mut text = Text::default();
        text.push(&format!("#![allow(warnings)]\nmod scope {{{PRELUDE}}}"));
        text.push("fn main() {}\nmod claims {");
        let (mut lines, mut types, mut scope_lines) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        // The claims of a chapter stand together.
        let numbered: Vec<(usize, &Claim)> = self.claims.iter().enumerate().collect();
        for (index, claims) in numbered.chunk_by(|(_, one), (_, other)| one.file == other.file).enumerate() {
            let file = &claims[0].1.file;
            text.push(&format!("mod chapter_{index} {{\nuse crate::scope::*;"));
            for (line, items) in self.scopes.get(file).into_iter().flatten() {
                for (offset, item) in items.lines().enumerate() {
                    scope_lines.insert(text.push(item), (file.clone(), line + offset));
                }
            }
            for &(claim_index, claim) in claims {
                for (bound_index, bound) in claim.bounds.iter().enumerate().filter(|(_, bound)| wanted(bound)) {
                    let name = format!("claim_{claim_index}_{bound_index}");
                    lines.insert(text.push(&function(claim, &name, &bound.text)), (claim_index, bound_index));
                }
                if typed(claim) {
                    let name = format!("type_{claim_index}");
                    types.insert(text.push(&function(claim, &name, "")), claim_index);
                }
            }
            text.push("}");
        }
        text.push("}");
        let mut listing = Listing::snippet(Path::new("claims"), 1, text.text, outcome);
        listing.name = name.into();
        Program { listing, lines, types, scope_lines }
    }

    /// The claims that `diagnostics`, the compiler's answer to `program`, show to be false.
    pub(crate) fn judge(&self, program: &Program, diagnostics: &[Diagnostic]) -> Vec<Problem> {
        match self.refused(program, diagnostics) {
            Ok(refused) => {
                let lines = program.lines.values();
                lines
                    .flat_map(|&(claim, bound)| self.verdict(claim, bound, refused.get(&(claim, bound)).copied()))
                    .collect()
            }
            Err(problems) => problems,
        }
    }

    /// The bounds, by claim and place, that `diagnostics`, the compiler's answer to `program`, refuse.
    pub(crate) fn refused<'d>(
        &self,
        program: &Program,
        diagnostics: &'d [Diagnostic],
    ) -> Result<BTreeMap<(usize, usize), &'d Diagnostic>, Vec<Problem>> {
        let mut refused: BTreeMap<(usize, usize), &Diagnostic> = BTreeMap::new();
        let mut problems = Vec::new();
        for error in diagnostics.iter().filter(|found| found.is_error()) {
            match program.lines.get(&error.line()) {
                Some(&at) if self.is_refusal(at, error) => {
                    refused.entry(at).or_insert(error);
                }
                Some(&(claim, _)) => problems.push(self.unreadable(claim, error)),
                None if program.types.contains_key(&error.line()) => {
                    problems.push(self.unreadable(program.types[&error.line()], error));
                }
                None => problems.push(outside(program, error)),
            }
        }
        if problems.is_empty() { Ok(refused) } else { Err(problems) }
    }

    fn verdict(&self, claim: usize, bound: usize, refused: Option<&Diagnostic>) -> Option<Problem> {
        let claim = &self.claims[claim];
        let bound = &claim.bounds[bound];
        let problem = Problem::new(&claim.file, claim.line, format!("the claim `{}` does not hold", claim.text));
        match (bound.holds, refused) {
            (true, Some(error)) => {
                let said = format!("rustc: {}", error.headline());
                Some(problem.detail(said).help(format!("`{}: {}` is refused", claim.type_text, bound.text)))
            }
            (false, None) => {
                let help = format!("the compiler accepts `{}: {}`", claim.type_text, bound.text);
                Some(problem.help(help))
            }
            _ => None,
        }
    }

    /// Whether an error says no to the bound itself, rather than to a name or to the syntax.
    fn is_refusal(&self, (claim, bound): (usize, usize), error: &Diagnostic) -> bool {
        let of_lifetimes = self.claims[claim].bounds[bound].text.starts_with('\'');
        match error.code.as_deref() {
            Some("E0277" | "E0275" | "E0038") => true,
            Some("E0309" | "E0310" | "E0521" | "E0597") => of_lifetimes,
            Some(_) => false,
            None => of_lifetimes && error.message.contains("lifetime") || error.message.contains("not general enough"),
        }
    }

    fn unreadable(&self, claim: usize, error: &Diagnostic) -> Problem {
        let claim = &self.claims[claim];
        let message = format!("the claim `{}` cannot be checked: {}", claim.text, error.headline());
        let help = "use a name that is in scope or a full path, or declare it: `<!-- claims: struct Session; -->`";
        Problem::new(&claim.file, claim.line, message).help(help)
    }
}

fn outside(program: &Program, error: &Diagnostic) -> Problem {
    let (file, line) = match program.scope_lines.get(&error.line()) {
        Some((file, line)) => (file.clone(), *line),
        None => (PathBuf::from("src"), 1),
    };
    // Without the compiler's words: they name lines of a program that no author sees, once for each of the two programs.
    let message = format!("what the claims are checked with does not compile: {}", error.headline());
    Problem::new(file, line, message).help("mend the items in `<!-- claims: … -->`")
}

/// One line: `fn claim_3_0<'a, T>(x: *mut (&'a T)) where T: Sync { fn is<X: ?Sized + Send>(_: *mut X) {} is(x) }`.
///
/// The type stands behind a parameter, so that its lifetimes are any, and `T: 'a` need not be said of `&'a T`.
fn function(claim: &Claim, name: &str, bound: &str) -> String {
    let lifetimes = claim.lifetimes.iter().map(|name| format!("'{name}"));
    let parameters: Vec<String> = lifetimes.chain(claim.parameters.iter().cloned()).collect();
    let conditions =
        if claim.conditions.is_empty() { String::new() } else { format!("where {} ", claim.conditions.join(", ")) };
    let wanted = if bound == "Sized" { "" } else { "?Sized + " };
    format!(
        "fn {name}<{}>(x: *mut ({})) {conditions}{{ fn is<X: {wanted}{bound}>(_: *mut X) {{}} is(x) }}",
        parameters.join(", "),
        claim.type_text,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts what `text` claims: its bounds as they are asked, joined by `+`; none where it claims nothing.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let claim =
            parse(Path::new("chapter.md"), 1, text).map(|claim| claim.unwrap_or_else(|problem| panic!("{problem}")));
        let bounds = claim.iter().flat_map(|claim| &claim.bounds);
        let bounds = bounds.map(|bound| format!("{}{}", if bound.holds { "" } else { "!" }, bound.text));
        assert_eq!(bounds.collect::<Vec<_>>().join(" + "), expected, "{text}");
    }

    #[test]
    fn inline_code_is_a_claim_where_a_type_is_said_to_have_a_bound() {
        check("Rc<u8>: !Send", "!Send");
        check("Cell<i32>: Send + !Sync", "Send + !Sync");
        check("std::sync::mpsc::Sender<T>: Send where T: Send", "Send");
        check("Vec<T>: 'static where T: 'static", "'static");
        check("&'a T: Send where T: Sync + ?Sized, T: 'a", "Send");
        check("<Vec<u8> as IntoIterator>::IntoIter: Send", "Send");
        check("(Rc<u8>, &mut T): !Send", "!Send");
    }

    #[test]
    fn inline_code_that_bounds_a_parameter_or_is_a_program_claims_nothing() {
        check("T: Send", "");
        check("F: FnOnce() + Send + 'static", "");
        check("Self: Send", "");
        check("impl<T: Sync> Send for &T", "");
        check("unsafe impl<T: Send> Sync for Mutex<T>", "");
        check("fn spawn<F: Send>(f: F)", "");
        check("let x: Sender<u8> = y", "");
        check("std::thread::spawn", "");
        check("counter: Rc<u8>", "");
        check("Sender", "");
        check("error: cannot move", "");
    }
}
