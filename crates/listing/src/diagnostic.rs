//! What the compiler said: read from its JSON, and normalized.

use std::collections::HashMap;
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
    /// Whether it keeps the program from compiling.
    pub fn is_error(&self) -> bool {
        self.level == "error"
    }

    /// Whether it is a warning of the program.
    pub fn is_warning(&self) -> bool {
        self.level == "warning" && !self.spans.is_empty()
    }

    /// Whether it only counts the others, or says where to read more.
    fn is_summary(&self) -> bool {
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

/// Reads rustc's JSON, a line each, for the program `NAME.rs` compiled in `folder`. The closing count of errors is none
/// of the diagnostics.
pub(crate) fn parse(name: &str, json: &str, folder: &Path) -> Result<Vec<Diagnostic>, Error> {
    let source = format!("{name}.rs");
    let diagnostics = raws(&source, json)?.into_iter().filter_map(|raw| raw.read(&source, folder));
    Ok(diagnostics.filter(|diagnostic| !diagnostic.is_summary()).collect())
}

/// The same for a program whose modules are the files `NAME.rs` of `names`: each diagnostic with the name that it blames.
/// `None` where one blames none of them.
pub(crate) fn parse_modules<'a>(
    names: &[&'a str],
    json: &str,
    folder: &Path,
) -> Result<Option<Vec<(&'a str, Diagnostic)>>, Error> {
    let sources: HashMap<String, &str> = names.iter().map(|name| (format!("{name}.rs"), *name)).collect();
    let mut diagnostics = Vec::new();
    for raw in raws("modules", json)? {
        let blamed = raw.spans.iter().filter(|span| span.span.primary).find_map(|span| {
            let files = std::iter::successors(Some(span), |span| span.expansion.as_ref().map(|outer| &outer.span));
            files.into_iter().find_map(|span| sources.get(&span.file_name))
        });
        let source = blamed.map_or_else(String::new, |name| format!("{name}.rs"));
        match (raw.read(&source, folder), blamed) {
            (Some(diagnostic), Some(name)) => diagnostics.push((*name, diagnostic)),
            (Some(diagnostic), None) if !diagnostic.is_summary() => return Ok(None),
            _ => {}
        }
    }
    Ok(Some(diagnostics))
}

fn raws(what: &str, json: &str) -> Result<Vec<Raw>, Error> {
    let answer = |reason: String| Error::Answer { what: what.to_owned(), reason };
    let lines = json.lines().filter(|line| !line.trim().is_empty());
    let read = |line: &str| match line.starts_with('{') {
        true => serde_json::from_str(line).map_err(|error| answer(format!("{error}: {line}"))),
        false => Err(answer(json.trim().to_owned())),
    };
    lines.map(read).collect()
}

impl Raw {
    /// The diagnostic, as it is of the program `source`; `None` where it has no words.
    fn read(self, source: &str, folder: &Path) -> Option<Diagnostic> {
        let ansi = normalize::diagnostic(self.rendered.as_ref()?, folder, &labels_in_std(&self, source));
        let mut spans: Vec<Span> = self.spans.iter().filter_map(|span| in_source(span, source)).collect();
        spans.sort_by_key(|span| (!span.primary, span.line_start, span.column_start));
        let code = self.code.map(|code| code.code);
        Some(Diagnostic { level: self.level, code, message: self.message, spans, ansi })
    }
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
