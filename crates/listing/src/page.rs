//! The page's markup for a listing, a claim and a chapter's foot.
//!
//! Complete without JavaScript. A listing is one HTML block without an empty line, since an empty line would end the
//! block for Markdown: line ends are written `&#10;`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use crate::ansi;
use crate::claim::Claim;
use crate::diagnostic::{Diagnostic, Span};
use crate::highlight;
use crate::observe::Observation;
use crate::source::{Listing, Outcome};

/// How one listing is shown.
pub(crate) struct View<'a> {
    pub(crate) listing: &'a Listing,
    /// The lines (from 0) that are shown; the others are hidden until asked for.
    pub(crate) shown: Vec<bool>,
    pub(crate) seen: Option<&'a Observation>,
    /// Whether the reader is asked before the answer is shown.
    pub(crate) predict: bool,
    /// What the reader is asked, where a quiz asks it and tells the answer by [`answer_of`].
    pub(crate) quiz: Option<&'static str>,
    /// Makes the element's id unique where a listing is shown a second time.
    pub(crate) id: String,
}

/// The markup of a listing, in one line.
pub(crate) fn figure(view: &View<'_>) -> String {
    let listing = view.listing;
    let snippet = listing.codes.is_some();
    let mut html = String::from("<crossing-listing>\n");
    let mut classes = vec!["listing"];
    classes.extend(snippet.then_some("snippet"));
    classes.extend(view.predict.then_some("predict"));
    let _ = write!(html, r#"<figure class="{}" id="{}""#, classes.join(" "), view.id);
    let _ = write!(html, r#" data-name="{}" data-edition="{}""#, listing.name, listing.edition);
    let _ = write!(html, r#" data-channel="{}""#, if listing.nightly { "nightly" } else { "stable" });
    if listing.tests {
        html.push_str(" data-tests");
    }
    if !view.predict {
        let _ = write!(html, r#" data-outcome="{}""#, listing.outcome.directive());
    }
    if numbered(view) {
        html.push_str(" data-numbered");
    }
    html.push('>');
    html.push_str(&head(view));
    if view.predict {
        html.push_str(&code(view, &[]));
        if view.quiz.is_none() {
            let _ =
                write!(html, r#"<details class="listing-answer"><summary>Answer</summary>{}</details>"#, told(view));
        }
    } else {
        html.push_str(&code(view, &spans(view)));
        html.push_str(&answers(view));
    }
    html.push_str("</figure>\n</crossing-listing>");
    html
}

/// What is told of a listing once the reader was asked: its outcome, the compiler's spans and words, its output.
fn told(view: &View<'_>) -> String {
    let mut html = outcome(view.listing) + &errors(view);
    if view.seen.is_some_and(|seen| seen.diagnostics.iter().any(|found| !found.spans.is_empty())) {
        html.push_str(&code(view, &spans(view)));
    }
    html + &answers(view)
}

/// The same as a block of its own, where the question stands elsewhere.
pub(crate) fn answer_of(view: &View<'_>) -> String {
    let outcome = view.listing.outcome.directive();
    let numbered = if numbered(view) { " data-numbered" } else { "" };
    format!(
        r#"<div class="listing listing-told" data-outcome="{outcome}"{numbered}><div class="listing-answer">{}</div></div>"#,
        told(view)
    )
}

/// Line numbers help where an answer names lines; where the reader is asked first, they must not give it away.
fn numbered(view: &View<'_>) -> bool {
    view.predict
        || matches!(
            view.listing.outcome,
            Outcome::CheckFail | Outcome::RunFail | Outcome::DataRace | Outcome::MemoryError
        )
}

fn head(view: &View<'_>) -> String {
    let listing = view.listing;
    let mut html = String::from(r#"<figcaption class="listing-head">"#);
    if listing.codes.is_none() {
        let _ = write!(html, r#"<span class="listing-name">{}.rs</span>"#, escape(&listing.name));
    }
    if view.predict {
        let _ = write!(html, r#"<span class="listing-question">{}</span>"#, view.quiz.unwrap_or(question(listing)));
    } else {
        html.push_str(&outcome(listing));
        html.push_str(&errors(view));
    }
    if listing.edition != crate::source::DEFAULT_EDITION {
        let _ = write!(html, r#"<span class="listing-edition">edition {}</span>"#, listing.edition);
    }
    if listing.tests {
        html.push_str(r#"<span class="listing-edition">tests</span>"#);
    }
    if listing.nightly {
        html.push_str(r#"<span class="listing-edition">nightly</span>"#);
    }
    let hidden = view.shown.iter().filter(|shown| !**shown).count();
    if hidden > 0 {
        let lines = if hidden == 1 { "line" } else { "lines" };
        let _ = write!(
            html,
            r#"<label class="listing-hidden-toggle"><input type="checkbox"> <span>{hidden} hidden {lines}</span></label>"#
        );
    }
    html.push_str("</figcaption>");
    html
}

/// The question is the same whatever the answer is, so that it gives nothing away.
fn question(listing: &Listing) -> &'static str {
    match listing.outcome {
        Outcome::CheckFail | Outcome::CheckPass | Outcome::RunPass => "Will this compile?",
        _ => "What will this do?",
    }
}

fn outcome(listing: &Listing) -> String {
    let outcome = listing.outcome;
    format!(r#"<span class="listing-outcome" data-outcome="{}">{}</span>"#, outcome.directive(), outcome.words())
}

fn errors(view: &View<'_>) -> String {
    let codes = view.seen.map(Observation::codes).unwrap_or_default();
    let codes = codes.iter().filter(|_| view.listing.outcome == Outcome::CheckFail);
    codes
        .map(|code| {
            format!(r#"<a class="listing-error" href="https://doc.rust-lang.org/error_codes/{code}.html">{code}</a>"#)
        })
        .collect()
}

/// The spans of the program's errors and warnings, primary ones last so that they win where they overlap.
fn spans<'a>(view: &View<'a>) -> Vec<(&'a str, &'a Span)> {
    let diagnostics = view.seen.map(|seen| seen.diagnostics.as_slice()).unwrap_or_default();
    let mut spans: Vec<(&str, &Span)> = diagnostics
        .iter()
        .filter(|found| found.is_error() || found.is_warning())
        .flat_map(|found| found.spans.iter().map(|span| (found.level.as_str(), span)))
        .collect();
    spans.sort_by_key(|(_, span)| span.primary);
    spans
}

fn code(view: &View<'_>, spans: &[(&str, &Span)]) -> String {
    let mut html = format!(
        r#"<pre class="listing-source" tabindex="0" role="group" aria-label="{}"><code class="nohighlight">"#,
        if view.listing.codes.is_some() { "program".into() } else { format!("{}.rs", view.listing.name) }
    );
    for (index, tokens) in lines(&view.listing.text).into_iter().enumerate() {
        let number = index + 1;
        let here: Vec<&(&str, &Span)> =
            spans.iter().filter(|(_, span)| (span.line_start..=span.line_end).contains(&number)).collect();
        let shown = view.shown.get(index).copied().unwrap_or(true) || !here.is_empty();
        let class = if shown { "line" } else { "line hidden" };
        let _ = write!(html, r#"<span class="{class}" data-line="{number}">"#);
        html.push_str(&line(&tokens, number, &here));
        html.push_str("&#10;</span>");
        html.push_str(&labels(number, &here));
    }
    html.push_str("</code></pre>");
    html
}

/// The tokens of each line: `(class, text)`.
fn lines(text: &str) -> Vec<Vec<(Option<&'static str>, String)>> {
    let mut lines = vec![Vec::new()];
    for (class, token) in highlight::tokens(text) {
        for (index, piece) in token.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !piece.is_empty()) {
                line.push((class, piece.to_owned()));
            }
        }
    }
    if lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// One line's markup: tokens, inside of marks where spans are. Marks never overlap: the last span wins.
fn line(tokens: &[(Option<&'static str>, String)], number: usize, spans: &[&(&str, &Span)]) -> String {
    let text: String = tokens.iter().map(|(_, text)| text.as_str()).collect();
    let length = text.chars().count();
    let indent = length - text.trim_start().chars().count();
    let mut owner: Vec<Option<usize>> = vec![None; length];
    for (index, (_, span)) in spans.iter().enumerate() {
        for column in columns(span, number, indent..length) {
            owner[column] = Some(index);
        }
    }
    let mut html = String::new();
    let mut open: Option<usize> = None;
    let mut column = 0;
    for (class, text) in tokens {
        let characters: Vec<char> = text.chars().collect();
        let mut start = 0;
        while start < characters.len() {
            let here = owner[column + start];
            let same = (start..characters.len()).take_while(|&at| owner[column + at] == here).count();
            if here != open {
                html.push_str(if open.is_some() { "</mark>" } else { "" });
                html.push_str(&here.map(|index| mark(spans[index])).unwrap_or_default());
                open = here;
            }
            let piece: String = characters[start..start + same].iter().collect();
            html.push_str(&token(*class, &piece));
            start += same;
        }
        column += characters.len();
    }
    html.push_str(if open.is_some() { "</mark>" } else { "" });
    html
}

/// The columns (from 0) that a span covers on a line whose `content` stands behind its indentation.
fn columns(span: &Span, number: usize, content: Range<usize>) -> Range<usize> {
    let start = if number == span.line_start { span.column_start - 1 } else { content.start };
    let end = if number == span.line_end { span.column_end - 1 } else { content.end };
    start.min(content.end)..end.min(content.end)
}

fn mark((level, span): &(&str, &Span)) -> String {
    let primary = if span.primary { " data-primary" } else { "" };
    format!(r#"<mark class="span" data-level="{level}"{primary}>"#)
}

fn token(class: Option<&str>, text: &str) -> String {
    match class {
        Some(class) => format!(r#"<span class="{class}">{}</span>"#, escape(text)),
        None => escape(text),
    }
}

/// What the spans that start on this line are said to be, each on a line of its own, the rightmost first, as rustc does.
fn labels(number: usize, spans: &[&(&str, &Span)]) -> String {
    let mut starting: Vec<_> = spans.iter().filter(|(_, span)| span.line_start == number).collect();
    starting.sort_by_key(|(_, span)| (std::cmp::Reverse(span.column_start), !span.primary));
    starting
        .iter()
        .filter_map(|(level, span)| {
            let label = span.label.as_deref().filter(|label| !label.is_empty())?;
            let primary = if span.primary { " data-primary" } else { "" };
            let column = span.column_start - 1;
            Some(format!(
                r#"<span class="span-label" data-level="{level}"{primary} style="--column: {column}">{}&#10;</span>"#,
                escape(label)
            ))
        })
        .collect()
}

fn answers(view: &View<'_>) -> String {
    let Some(seen) = view.seen else { return String::new() };
    let mut html = String::new();
    let said: Vec<&Diagnostic> = seen.diagnostics.iter().collect();
    if !said.is_empty() {
        html.push_str(&answer("compiler", "the compiler\u{2019}s answer", &colored(&said)));
    }
    let Some(run) = &seen.run else { return html };
    let one_of = if view.listing.output_varies { ", one run of many" } else { "" };
    let (sanitized, hangs) = (view.listing.sanitizer(), view.listing.outcome == Outcome::Hangs);
    if !run.stdout.is_empty() {
        html.push_str(&answer("stdout", &format!("output{one_of}"), &plain(&run.stdout)));
    }
    if view.listing.output_varies
        && let Some(other) = seen.other_run.as_ref().filter(|other| !other.stdout.is_empty())
    {
        html.push_str(&answer("stdout", "output, another run", &plain(&other.stdout)));
    }
    if !run.stderr.is_empty() {
        let (kind, title) = match sanitized {
            Some("thread") => ("sanitizer", "ThreadSanitizer\u{2019}s report".to_owned()),
            Some(_) => ("sanitizer", "AddressSanitizer\u{2019}s report".to_owned()),
            None => ("stderr", format!("errors printed{one_of}")),
        };
        html.push_str(&answer(kind, &title, &plain(&run.stderr)));
    }
    if view.listing.outcome == Outcome::NoDataRace {
        let title = "ThreadSanitizer watched this run and reported nothing";
        let _ = write!(html, r#"<div class="answer" data-kind="sanitizer"><p class="answer-title">{title}</p></div>"#);
    }
    if hangs {
        let seconds = crate::run::HANG_LIMIT.as_secs();
        let title = format!("still running after {seconds} s, then ended by the checker");
        let _ = write!(html, r#"<div class="answer" data-kind="hang"><p class="answer-title">{title}</p></div>"#);
    }
    html
}

fn answer(kind: &str, title: &str, body: &str) -> String {
    format!(
        r#"<div class="answer" data-kind="{kind}"><p class="answer-title">{title}</p><pre tabindex="0" role="group" aria-label="{title}"><code class="nohighlight">{body}</code></pre></div>"#
    )
}

fn colored(diagnostics: &[&Diagnostic]) -> String {
    let texts: Vec<&str> = diagnostics.iter().map(|found| found.ansi.trim_end()).collect();
    ansi::spans(&texts.join("\n\n"))
        .into_iter()
        .map(|(class, text)| match class.as_str() {
            "" => escape(&text),
            class => format!(r#"<span class="{class}">{}</span>"#, escape(&text)),
        })
        .collect()
}

fn plain(text: &str) -> String {
    // A panic begins with an empty line.
    escape(text.trim_matches('\n'))
}

/// A claim's markup, inline in Markdown: every special character is an entity, so that Markdown leaves it alone.
pub(crate) fn claim(claim: &Claim) -> String {
    let mut attributes: BTreeMap<&str, &str> = BTreeMap::new();
    for bound in &claim.bounds {
        let holds = if bound.holds { "yes" } else { "no" };
        match bound.text.as_str() {
            "Send" => drop(attributes.insert("data-send", holds)),
            "Sync" => drop(attributes.insert("data-sync", holds)),
            _ => {}
        }
    }
    let attributes: String = attributes.iter().map(|(name, value)| format!(r#" {name}="{value}""#)).collect();
    format!(r#"<code class="claim"{attributes}>{}</code>"#, traits(claim))
}

/// The claim's text, with Send and Sync marked where they are what is claimed.
fn traits(claim: &Claim) -> String {
    let mut rest = claim.text.as_str();
    let mut html = String::new();
    for bound in claim.bounds.iter().filter(|bound| matches!(bound.text.as_str(), "Send" | "Sync")) {
        let word = if bound.holds { bound.text.clone() } else { format!("!{}", bound.text) };
        let from = if html.is_empty() { claim.subject_end() } else { 0 };
        let Some(at) = rest[from..].find(&word).map(|at| at + from) else { continue };
        let (name, holds) = (bound.text.to_lowercase(), if bound.holds { "yes" } else { "no" });
        html.push_str(&entities(&rest[..at]));
        let word_html = entities(&word);
        let _ = write!(html, r#"<span class="trait" data-trait="{name}" data-holds="{holds}">{word_html}</span>"#);
        rest = &rest[at + word.len()..];
    }
    html + &entities(rest)
}

/// What stands behind a page.
pub(crate) fn foot(counts: &str, release: &str) -> String {
    format!("\n\n<footer class=\"page-proof\">{counts}, checked with rustc {release}</footer>\n")
}

fn entities(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_alphanumeric() || c == ' ' => c.to_string(),
            c => format!("&#{};", c as u32),
        })
        .collect()
}

/// Escapes text for HTML, line ends included.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("&#10;"),
            c => html.push(c),
        }
    }
    html
}
