//! What the compiler said: read from its JSON, and normalized.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ansi;
use crate::normalize;
use crate::problem::Error;

/// One error or warning, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// `error`, `warning`, `note`, `help`, `failure-note`.
    pub level: String,
    /// `E0277`, or a lint's name.
    pub code: Option<String>,
    /// The first line, without level and code.
    pub message: String,
    /// The places that it blames, the primary one first.
    pub spans: Vec<Span>,
    /// All its words, as rustc lays them out, normalized, with colours as ANSI escapes.
    pub ansi: String,
}

/// A place in the program that a diagnostic blames. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its first line.
    pub line_start: usize,
    /// Its last line.
    pub line_end: usize,
    /// Its first character on the first line.
    pub column_start: usize,
    /// The character after its last one, on the last line.
    pub column_end: usize,
    /// Whether this is what the diagnostic is about.
    #[serde(rename = "is_primary")]
    pub primary: bool,
    /// What the diagnostic says of it.
    pub label: Option<String>,
}

impl Diagnostic {
    /// Whether it keeps the program from compiling. The closing count of errors is none.
    pub fn is_error(&self) -> bool {
        self.level == "error" && !self.is_summary()
    }

    /// Whether it is a warning of the program.
    pub fn is_warning(&self) -> bool {
        self.level == "warning" && !self.spans.is_empty()
    }

    /// Whether it only counts the others, or says where to read more.
    pub fn is_summary(&self) -> bool {
        self.spans.is_empty()
            && (self.level == "failure-note"
                || self.message.starts_with("aborting due to")
                || self.message.ends_with("warning emitted")
                || self.message.ends_with("warnings emitted"))
    }

    /// All its words, without colours.
    pub fn text(&self) -> String {
        ansi::strip(&self.ansi)
    }

    /// `error[E0277]: …`, its first line.
    pub fn headline(&self) -> String {
        match &self.code {
            Some(code) if self.level == "error" => format!("error[{code}]: {}", self.message),
            _ => format!("{}: {}", self.level, self.message),
        }
    }

    /// The line that it is about, from 1.
    pub fn line(&self) -> usize {
        self.spans.first().map_or(1, |span| span.line_start)
    }
}

/// The text of all of `diagnostics`, as a snapshot holds it.
pub fn snapshot(diagnostics: &[Diagnostic]) -> String {
    let texts: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.text().trim_end().to_owned()).collect();
    if texts.is_empty() { String::new() } else { texts.join("\n\n") + "\n" }
}

#[derive(Deserialize)]
struct Raw {
    level: String,
    code: Option<RawCode>,
    message: String,
    #[serde(default)]
    spans: Vec<RawSpan>,
    #[serde(default)]
    children: Vec<RawChild>,
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct RawChild {
    #[serde(default)]
    spans: Vec<RawSpan>,
}

#[derive(Deserialize)]
struct RawCode {
    code: String,
}

#[derive(Deserialize)]
struct RawSpan {
    file_name: String,
    #[serde(flatten)]
    span: Span,
    expansion: Option<Box<RawExpansion>>,
}

#[derive(Deserialize)]
struct RawExpansion {
    span: RawSpan,
}

/// Reads rustc's JSON, a line each, for the program `NAME.rs` compiled in `folder`.
pub(crate) fn parse(name: &str, json: &str, folder: &Path) -> Result<Vec<Diagnostic>, Error> {
    let source = format!("{name}.rs");
    let answer = |reason: String| Error::Answer { what: source.clone(), reason };
    let mut diagnostics = Vec::new();
    for line in json.lines().filter(|line| !line.trim().is_empty()) {
        if !line.starts_with('{') {
            return Err(answer(json.trim().to_owned()));
        }
        let raw: Raw = serde_json::from_str(line).map_err(|error| answer(format!("{error}: {line}")))?;
        let Some(rendered) = &raw.rendered else { continue };
        let ansi = normalize::diagnostic(rendered, folder, &labels_in_std(&raw, &source));
        let mut spans: Vec<Span> = raw.spans.iter().filter_map(|span| in_source(span, &source)).collect();
        spans.sort_by_key(|span| (!span.primary, span.line_start, span.column_start));
        diagnostics.push(Diagnostic {
            level: raw.level,
            code: raw.code.map(|code| code.code),
            message: raw.message,
            spans,
            ansi,
        });
    }
    Ok(diagnostics)
}

/// What a diagnostic says of places outside of the program.
fn labels_in_std(raw: &Raw, source: &str) -> Vec<String> {
    let places = raw.spans.iter().chain(raw.children.iter().flat_map(|child| &child.spans));
    places.filter(|place| in_source(place, source).is_none()).filter_map(|place| place.span.label.clone()).collect()
}

/// The span itself, or where the macro that it lies in is called.
fn in_source(raw: &RawSpan, source: &str) -> Option<Span> {
    if raw.file_name == source {
        return Some(raw.span.clone());
    }
    let outer = in_source(&raw.expansion.as_ref()?.span, source)?;
    Some(Span { primary: raw.span.primary, label: raw.span.label.clone().or(outer.label.clone()), ..outer })
}

/// Makes a panic's words the same in every run: no thread numbers, no `/rustc/<hash>/`.
pub(crate) fn normalize_panic(stderr: &str) -> String {
    let mut kept = String::new();
    for line in stderr.lines() {
        let line = match (line.starts_with("thread '"), line.find("' ("), line.find(") panicked at")) {
            (true, Some(name), Some(panicked)) if name < panicked => {
                format!("{}{}", &line[..=name], &line[panicked + 1..])
            }
            _ => line.to_owned(),
        };
        match line.find("/rustc/").zip(line.find("/library/")) {
            Some((from, to)) if from < to => {
                kept.push_str(&line[..from]);
                kept.push_str(&line[to + 1..]);
            }
            _ => kept.push_str(&line),
        }
        kept.push('\n');
    }
    kept
}
