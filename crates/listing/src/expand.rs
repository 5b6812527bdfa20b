//! Turns a chapter's helpers into what comes after them: rustdoc's fences, skeptic's, or the page's markup.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::chapter::{Chapter, Code, Helper, Parsed, Snippet};
use crate::check::{key, said};
use crate::claim::{self, Claim};
use crate::doctest;
use crate::exercise;
use crate::page::{self, View};
use crate::problem::{Error, Problem};
use crate::project::{Listings, Project};
use crate::quiz::{self, Quiz};
use crate::report::Report;
use crate::source::{DEFAULT_EDITION, Listing, Outcome};
use crate::usage::resolve;

/// What a chapter is expanded for.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// Fences for `mdbook test`, and for any renderer but html.
    Rustdoc,
    /// Fences for skeptic, which knows neither `compile_fail` nor editions: see [`crate::doctest`].
    Skeptic,
    /// The page's markup. It shows only what a check has seen, so it cannot be had without a report.
    Page(&'a Report),
}

/// Why a chapter was not expanded.
#[derive(Debug, thiserror::Error)]
pub enum ExpandError {
    /// The listings could not be read.
    #[error(transparent)]
    Listings(#[from] Error),
    /// Helpers that name nothing, fences that cannot be read.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"))]
    Problems(Vec<Problem>),
}

/// Expands the helpers, snippets and claims of a chapter.
///
/// # Errors
///
/// [`ExpandError::Problems`] for each helper that names no listing or anchor, and for fences that nothing would check.
pub fn expand(project: &Project, chapter: &Chapter, target: Target<'_>) -> Result<String, ExpandError> {
    let read;
    let all = match target {
        Target::Page(report) => &report.all,
        Target::Rustdoc | Target::Skeptic => {
            read = project.listings(&project.files()?)?;
            &read
        }
    };
    let mut ids = Ids::default();
    let mut stands = Stands::default();
    let mut text = expand_text(all, chapter, target, &mut ids, &mut stands)?;
    if let Target::Page(report) = target {
        text.push_str(&stands.foot(report));
    }
    Ok(text)
}

/// Expands a chapter, or the text of an exercise in it, and adds what then stands on the page.
fn expand_text(
    all: &Listings,
    chapter: &Chapter,
    target: Target<'_>,
    ids: &mut Ids,
    stands: &mut Stands,
) -> Result<String, ExpandError> {
    let mut parsed = chapter.parse();
    let mut problems = std::mem::take(&mut parsed.problems);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for helper in &parsed.helpers {
        match resolve(all, chapter, helper) {
            Ok(listing) => {
                let text = expand_helper(listing, helper, target, ids);
                edits.push((helper.range.clone(), apart(&chapter.text, &helper.range, &text)));
            }
            Err(problem) => problems.push(problem),
        }
    }
    for helper in &parsed.exercises {
        match exercise::resolve(all, chapter, helper) {
            Ok(exercise) => {
                let expanded = expand_text(all, &exercise.chapter(), target, ids, stands)?;
                let listings = [&exercise.starter, &exercise.solution];
                stands.listings.extend(listings.map(|listing| listing.name.clone()));
                let listings = listings.map(|listing| expand_whole(listing, target, ids));
                let text = exercise::expand(exercise, &expanded, &listings, matches!(target, Target::Page(_)));
                edits.push((helper.range.clone(), apart(&chapter.text, &helper.range, &text)));
            }
            Err(problem) => problems.push(problem),
        }
    }
    for snippet in &parsed.snippets {
        let text = expand_snippet(snippet, target, ids);
        edits.extend(text.map(|text| (snippet.range.clone(), apart(&chapter.text, &snippet.range, &text))));
    }
    for quiz in &parsed.quizzes {
        match expand_quiz(all, chapter, &parsed, quiz, target, ids) {
            Ok(text) => edits.push((quiz.range.clone(), apart(&chapter.text, &quiz.range, &text))),
            Err(problem) => problems.push(problem),
        }
    }
    if let Target::Page(_) = target {
        edits.extend(claims(chapter, parsed.codes.iter()).map(|(range, claim)| (range, page::claim(&claim))));
    }
    if !problems.is_empty() {
        return Err(ExpandError::Problems(problems));
    }
    stands.add(all, chapter, &parsed);
    Ok(apply(&chapter.text, edits))
}

/// What stands on a page and was checked.
#[derive(Default)]
struct Stands {
    listings: BTreeSet<String>,
    /// The names of their observations.
    snippets: Vec<String>,
    claims: usize,
    questions: usize,
}

impl Stands {
    fn add(&mut self, all: &Listings, chapter: &Chapter, parsed: &Parsed) {
        let names = parsed.listing_names().filter(|name| all.by_name.contains_key(*name));
        self.listings.extend(names.map(String::from));
        self.snippets.extend(parsed.snippets.iter().map(|snippet| key(&snippet.listing)));
        self.claims += claims(chapter, parsed.all_codes()).map(|(_, claim)| claim.bounds.len()).sum::<usize>();
        self.questions += parsed.quizzes.iter().map(|quiz| quiz.questions.len()).sum::<usize>();
    }

    fn foot(&self, report: &Report) -> String {
        let seen = self.listings.iter().chain(&self.snippets).filter_map(|name| report.seen.get(name));
        let diagnostics: usize = seen.map(said).sum();
        let counts = [
            (self.listings.len(), "listing"),
            (self.snippets.len(), "snippet"),
            (diagnostics, "diagnostic"),
            (self.claims, "claim"),
            (self.questions, "question"),
        ];
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
            .collect();
        if counts.is_empty() { String::new() } else { page::foot(&counts.join(", "), &report.rustc) }
    }
}

/// The claims among `codes`, with their places.
fn claims<'a>(chapter: &Chapter, codes: impl Iterator<Item = &'a Code>) -> impl Iterator<Item = (Range<usize>, Claim)> {
    let file = chapter.file();
    codes.filter_map(move |code| Some((code.range.clone(), claim::parse(&file, code.line, &code.text)?.ok()?)))
}

/// Marks the claims in Markdown that is not a chapter's own text.
pub(crate) fn mark_claims(markdown: &str) -> String {
    let piece = Chapter { path: "piece.md".into(), text: markdown.to_owned() };
    let parsed = piece.parse();
    let edits = claims(&piece, parsed.codes.iter()).map(|(range, claim)| (range, page::claim(&claim)));
    apply(markdown, edits.collect())
}

/// A quiz on the page, or, for other tools, the listings that only it shows.
fn expand_quiz(
    all: &Listings,
    chapter: &Chapter,
    parsed: &Parsed,
    quiz: &Quiz,
    target: Target<'_>,
    ids: &mut Ids,
) -> Result<String, Problem> {
    let named = |named: &quiz::Words| {
        let (name, line) = (named.text.clone(), named.line);
        let helper = Helper { name, anchor: None, predict: true, line, range: quiz.range.clone() };
        resolve(all, chapter, &helper).map(|listing| (listing, helper))
    };
    if let Target::Page(report) = target {
        let shown =
            quiz::Shown { chapter, report, id: &mut |name| ids.next(name), listing: &|words| Ok(named(words)?.0) };
        return quiz::markup(quiz, shown);
    }
    let mut fences = Vec::new();
    let mut known: BTreeSet<&str> = parsed.helpers.iter().map(|helper| helper.name.as_str()).collect();
    for words in quiz.listings().filter(|words| known.insert(&words.text)) {
        let (listing, helper) = named(words)?;
        fences.push(expand_helper(listing, &helper, target, ids));
    }
    Ok(fences.join("\n\n"))
}

/// The ids of figures already on the page.
#[derive(Default)]
struct Ids(BTreeMap<String, usize>);

impl Ids {
    fn next(&mut self, name: &str) -> String {
        let count = self.0.entry(name.to_owned()).or_default();
        *count += 1;
        match *count {
            1 => format!("listing-{name}"),
            count => format!("listing-{name}-{count}"),
        }
    }
}

fn expand_helper(listing: &Listing, helper: &Helper, target: Target<'_>, ids: &mut Ids) -> String {
    let lines = listing.text.lines().count();
    let region = helper.anchor.as_ref().and_then(|anchor| listing.anchors.get(anchor)).cloned().unwrap_or(0..lines);
    expand_listing(listing, region, helper.predict, target, ids)
}

fn expand_whole(listing: &Listing, target: Target<'_>, ids: &mut Ids) -> String {
    expand_listing(listing, 0..listing.text.lines().count(), false, target, ids)
}

fn expand_listing(listing: &Listing, region: Range<usize>, predict: bool, target: Target<'_>, ids: &mut Ids) -> String {
    let lines = listing.text.lines().count();
    let shown: Vec<bool> = (0..lines).map(|line| region.contains(&line)).collect();
    match target {
        Target::Rustdoc => rustdoc_fence(listing, &shown),
        Target::Skeptic => doctest::fence(listing),
        Target::Page(report) => page::figure(&View {
            listing,
            shown,
            seen: report.seen.get(&listing.name),
            predict,
            quiz: None,
            id: ids.next(&listing.name),
        }),
    }
}

fn expand_snippet(snippet: &Snippet, target: Target<'_>, ids: &mut Ids) -> Option<String> {
    match target {
        Target::Rustdoc => None,
        Target::Skeptic => Some(doctest::fence(&snippet.listing)),
        Target::Page(report) => {
            let seen = report.seen.get(&key(&snippet.listing));
            // A `main` that was put around the fence is hidden, like the fence's own hidden lines.
            let lines = snippet.listing.text.lines().count();
            let wrapped = usize::from(lines > snippet.lines.len());
            let mut shown = vec![false; lines];
            for (index, (hidden, _)) in snippet.lines.iter().enumerate() {
                shown[index + wrapped] = !hidden;
            }
            let id = ids.next("snippet");
            Some(page::figure(&View { listing: &snippet.listing, shown, seen, predict: false, quiz: None, id }))
        }
    }
}

/// The words of rustdoc that come nearest to a listing's outcome; the rest is ours to check.
fn rustdoc_fence(listing: &Listing, shown: &[bool]) -> String {
    let mut words = vec!["rust".to_owned()];
    match listing.outcome {
        Outcome::RunPass | Outcome::NoDataRace => {}
        Outcome::RunFail => words.push("should_panic".into()),
        Outcome::CheckPass | Outcome::Hangs | Outcome::DataRace | Outcome::MemoryError => words.push("no_run".into()),
        Outcome::CheckFail => {
            words.push("compile_fail".into());
            words.extend(codes(listing));
        }
    }
    if listing.edition != DEFAULT_EDITION {
        words.push(format!("edition{}", listing.edition));
    }
    // rustdoc on stable cannot compile these; it lists them as ignored. The book's own check compiles them.
    if listing.nightly {
        words.push("ignore".into());
    }
    let mut fence = format!("```{}\n", words.join(","));
    for (index, line) in listing.text.lines().enumerate() {
        let visible = shown.get(index).copied().unwrap_or(true);
        let hash = if visible { "" } else { "# " };
        let trimmed = line.trim_start();
        let escape = if visible && (trimmed == "#" || trimmed.starts_with("# ") || trimmed.starts_with("##")) {
            "#"
        } else {
            ""
        };
        fence.push_str(&format!("{hash}{}{escape}{trimmed}", &line[..line.len() - trimmed.len()]));
        fence.truncate(fence.trim_end_matches(' ').len());
        fence.push('\n');
    }
    fence + "```"
}

/// The error codes that a listing's annotations name, each once.
pub(crate) fn codes(listing: &Listing) -> Vec<String> {
    let mut codes: Vec<String> = listing.codes.clone().unwrap_or_default();
    for annotation in &listing.annotations {
        if let crate::source::Expect::Code(code) = &annotation.expect
            && !codes.contains(code)
        {
            codes.push(code.clone());
        }
    }
    codes
}

/// A block with empty lines around it, and as far in as what it stands for: a block of HTML needs them, and in a list
/// it belongs to its item.
fn apart(text: &str, range: &Range<usize>, block: &str) -> String {
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let replaced = &text[range.clone()];
    let indent = &replaced[..replaced.len() - replaced.trim_start().len()];
    let begun = &text[line_start..range.start];
    let margin: String = begun.chars().chain(indent.chars()).map(|c| if c == '>' { '>' } else { ' ' }).collect();
    let alone = begun.trim().is_empty();
    let before = if !alone || line_start == 0 || text[..line_start].ends_with("\n\n") { "" } else { "\n" };
    let rest = &text[range.end..];
    let rest = if replaced.ends_with('\n') { rest } else { rest.strip_prefix('\n').unwrap_or(rest) };
    let after = if rest.is_empty() || rest.starts_with('\n') { "" } else { "\n" };
    let lines: Vec<&str> = block.lines().collect();
    let block = lines.join(&format!("\n{margin}"));
    let inset = if alone { margin.strip_prefix(begun).unwrap_or_default() } else { "" };
    format!("{before}{inset}{block}{after}")
}

fn apply(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut result = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (range, new) in edits {
        result.push_str(&text[at..range.start]);
        result.push_str(&new);
        at = range.end;
        // A fence's range may hold its line end.
        if text[range].ends_with('\n') && !new.ends_with('\n') {
            result.push('\n');
        }
    }
    result.push_str(&text[at..]);
    result
}
