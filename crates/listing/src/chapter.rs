//! A chapter's Markdown, and the places in it that must be checked.

use std::ops::Range;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::quiz::{self, Quiz};
use crate::source::{Listing, Outcome};

/// A chapter's Markdown as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its file, relative to src/: `rc-and-arc.md`.
    pub path: PathBuf,
    /// Its Markdown.
    pub text: String,
}

/// What a chapter holds, in the order of its text.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Parsed {
    pub(crate) helpers: Vec<Helper>,
    pub(crate) exercises: Vec<ExerciseHelper>,
    pub(crate) snippets: Vec<Snippet>,
    pub(crate) codes: Vec<Code>,
    pub(crate) texts: Vec<Text>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) quizzes: Vec<Quiz>,
    /// Where there are any, the chapter is read anew each time.
    #[serde(skip)]
    pub(crate) problems: Vec<Problem>,
    /// Where each line begins: there are too many places to count lines for each.
    #[serde(skip)]
    line_starts: Vec<usize>,
}

impl Parsed {
    /// The line (from 1) of a byte of the text.
    fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= at)
    }

    /// All inline code that a reader reads, that of questions included.
    pub(crate) fn all_codes(&self) -> impl Iterator<Item = &Code> {
        self.codes.iter().chain(self.quizzes.iter().flat_map(|quiz| &quiz.codes))
    }

    /// All fences of plain text, those of questions included.
    pub(crate) fn all_texts(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter().chain(self.quizzes.iter().flat_map(|quiz| &quiz.texts))
    }

    /// The names of all listings that the chapter shows, each as often as it does.
    pub(crate) fn listing_names(&self) -> impl Iterator<Item = &str> {
        let asked = self.quizzes.iter().flat_map(Quiz::listings).map(|named| named.text.as_str());
        self.helpers.iter().map(|helper| helper.name.as_str()).chain(asked)
    }
}

/// `{{#listing NAME ANCHOR}}` or `{{#predict NAME ANCHOR}}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Helper {
    pub(crate) name: String,
    pub(crate) anchor: Option<String>,
    /// Whether the reader is asked before the answer is shown.
    pub(crate) predict: bool,
    pub(crate) line: usize,
    pub(crate) range: Range<usize>,
}

/// `{{#exercise NAME}}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ExerciseHelper {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) range: Range<usize>,
}

/// A ```` ```rust ```` fence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Snippet {
    /// The program, with its hidden lines, as rustdoc would compile it.
    pub(crate) listing: Listing,
    /// The fence's own lines, without it: `(hidden, text)`.
    pub(crate) lines: Vec<(bool, String)>,
    pub(crate) range: Range<usize>,
}

/// Inline code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Code {
    pub(crate) text: String,
    pub(crate) line: usize,
    pub(crate) range: Range<usize>,
}

/// A fence of plain text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// `<!-- claims: struct Session; -->`: items that the chapter's claims may name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Scope {
    pub(crate) items: String,
    pub(crate) line: usize,
}

impl Chapter {
    /// The file as it is named in problems, relative to the book's root.
    pub fn file(&self) -> PathBuf {
        // An exercise's text is read like a chapter, and does not lie in src/.
        match self.path.strip_prefix("..") {
            Ok(beside) => beside.to_owned(),
            Err(_) => Path::new("src").join(&self.path),
        }
    }

    /// The Markdown of its questions, each piece with the line that it begins on. Where a question is explained stands
    /// among them as a link.
    pub fn questions_markdown(&self) -> Vec<(usize, String)> {
        self.parse().quizzes.iter().flat_map(Quiz::markdown).collect()
    }

    /// The names of its exercises, in their order.
    pub fn exercises(&self) -> Vec<String> {
        self.parse().exercises.into_iter().map(|helper| helper.name).collect()
    }

    pub(crate) fn parse(&self) -> Parsed {
        let mut parsed = Parsed {
            helpers: Vec::new(),
            exercises: Vec::new(),
            snippets: Vec::new(),
            codes: Vec::new(),
            texts: Vec::new(),
            scopes: Vec::new(),
            quizzes: Vec::new(),
            problems: Vec::new(),
            line_starts: std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect(),
        };
        let mut literal = Vec::new();
        let mut fence: Option<(String, Range<usize>, String)> = None;
        for (event, range) in Parser::new_ext(&self.text, options()).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    fence = Some((info.to_string(), range, String::new()));
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => literal.push(range),
                Event::Text(text) if fence.is_some() => {
                    if let Some((_, _, code)) = &mut fence {
                        code.push_str(&text);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    if let Some((info, range, code)) = fence.take() {
                        literal.push(range.clone());
                        self.fence(&mut parsed, &info, range, code);
                    }
                }
                Event::Code(text) => {
                    literal.push(range.clone());
                    let line = parsed.line_of(range.start);
                    parsed.codes.push(Code { text: text.to_string(), line, range });
                }
                Event::Html(html) | Event::InlineHtml(html) => self.scope(&mut parsed, &html, range),
                _ => {}
            }
        }
        self.helpers(&mut parsed, &literal);
        parsed
    }

    fn fence(&self, parsed: &mut Parsed, info: &str, range: Range<usize>, code: String) {
        let line = parsed.line_of(range.start);
        let words: Vec<&str> = info.split([',', ' ']).filter(|word| !word.is_empty()).collect();
        match words.first() {
            Some(&"rust") => match snippet(&self.file(), line, &words[1..], &code) {
                Ok((listing, lines)) => parsed.snippets.push(Snippet { listing, lines, range }),
                Err(problem) => parsed.problems.push(problem),
            },
            Some(&"text") | None => parsed.texts.push(Text { text: code, line }),
            Some(&"admonish") => self.inside_admonition(parsed, &code, range),
            Some(&"quiz") => {
                let (quiz, problems) = quiz::read(&self.file(), line, &code, range);
                parsed.problems.extend(problems);
                parsed.problems.extend(quiz.misplaced(self, parsed.quizzes.last()));
                parsed.quizzes.push(quiz);
            }
            Some(_) => {}
        }
    }

    /// An admonition's body is Markdown: its inline code and helpers are checked like any other.
    fn inside_admonition(&self, parsed: &mut Parsed, body: &str, range: Range<usize>) {
        let Some(start) = self.text[range.clone()].find('\n').map(|at| range.start + at + 1) else { return };
        if !self.text[start..].starts_with(body) {
            let line = parsed.line_of(range.start);
            let problem = Problem::new(self.file(), line, "an admonition stands inside a list or a quotation");
            parsed.problems.push(problem.help("let its fence begin at the start of a line"));
            return;
        }
        let inner = Chapter { path: self.path.clone(), text: body.to_owned() }.parse();
        let lines = parsed.line_of(start) - 1;
        let shift = |range: Range<usize>| range.start + start..range.end + start;
        parsed.codes.extend(inner.codes.into_iter().map(|code| Code {
            line: code.line + lines,
            range: shift(code.range),
            ..code
        }));
        parsed.texts.extend(inner.texts.into_iter().map(|text| Text { line: text.line + lines, ..text }));
        let first = parsed.line_of(range.start);
        if !inner.snippets.is_empty()
            || body.contains("{{#listing")
            || body.contains("{{#predict")
            || !inner.quizzes.is_empty()
        {
            let problem = Problem::new(self.file(), first, "a listing or a snippet inside an admonition");
            parsed.problems.push(problem.help("put it before or after: no box in a box"));
        }
        parsed.problems.extend(inner.problems.into_iter().map(|mut problem| {
            problem.line += lines;
            problem
        }));
    }

    fn scope(&self, parsed: &mut Parsed, html: &str, range: Range<usize>) {
        let Some(at) = html.find("<!-- claims:") else { return };
        let line = parsed.line_of(range.start + at);
        let rest = &self.text[range.start + at + "<!-- claims:".len()..];
        match rest.find("-->") {
            Some(end) => {
                let items = rest[..end].trim_start();
                let line = parsed.line_of(range.start + at + "<!-- claims:".len() + end - items.len());
                parsed.scopes.push(Scope { items: items.trim_end().to_owned(), line });
            }
            None => {
                let problem = Problem::new(self.file(), line, "`<!-- claims:` has no end");
                parsed.problems.push(problem.help("end it with `-->`"));
            }
        }
    }

    /// Helpers are lines, not Markdown: they are found in the text, outside of `literal` ranges.
    fn helpers(&self, parsed: &mut Parsed, literal: &[Range<usize>]) {
        let mut start = 0;
        for (index, full) in self.text.split_inclusive('\n').enumerate() {
            let range = start..start + full.trim_end_matches('\n').len();
            start += full.len();
            let line = if full.contains("{{#") { full.trim() } else { "" };
            let is_helper = ["{{#listing", "{{#predict", "{{#exercise"].iter().any(|helper| line.contains(helper));
            if !is_helper
                || literal.iter().any(|literal| literal.contains(&range.start) || range.contains(&literal.start))
            {
                continue;
            }
            // What lists them all is for who knows the book's order of chapters.
            if line == "{{#exercises}}" {
                continue;
            }
            if let Some(name) = exercise_helper(line) {
                parsed.exercises.push(ExerciseHelper { name, line: index + 1, range });
                continue;
            }
            match helper(line) {
                Some((predict, name, anchor)) => {
                    parsed.helpers.push(Helper { name, anchor, predict, line: index + 1, range });
                }
                None => parsed
                    .problems
                    .push(Problem::new(self.file(), index + 1, format!("malformed helper `{line}`")).help(
                    "write `{{#listing NAME}}`, `{{#listing NAME ANCHOR}}` or `{{#exercise NAME}}` alone on its line",
                )),
            }
        }
    }
}

/// The extensions that mdBook reads Markdown with, as far as they decide what is code.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

fn helper(line: &str) -> Option<(bool, String, Option<String>)> {
    let inner = line.strip_prefix("{{#")?.strip_suffix("}}")?;
    let mut words = inner.split_whitespace();
    let predict = match words.next()? {
        "listing" => false,
        "predict" => true,
        _ => return None,
    };
    let name = words.next()?.to_owned();
    let anchor = words.next().map(String::from);
    words.next().is_none().then_some((predict, name, anchor))
}

fn exercise_helper(line: &str) -> Option<String> {
    let inner = line.strip_prefix("{{#exercise ")?.strip_suffix("}}")?.trim();
    (!inner.is_empty() && !inner.contains(char::is_whitespace)).then(|| inner.to_owned())
}

/// Reads a fence as rustdoc does: its words, its hidden lines, and a `main` around it where it has none.
fn snippet(file: &Path, line: usize, words: &[&str], code: &str) -> Result<(Listing, Vec<(bool, String)>), Problem> {
    let lines: Vec<(bool, String)> = code.lines().map(hidden).collect();
    let mut text: String = lines.iter().map(|(_, line)| format!("{line}\n")).collect();
    // The line of the program's first line: where `main` is put around it, the fence stands in for `fn main() {`.
    let mut first_line = line + 1;
    if !text.contains("fn main(") {
        text = format!("fn main() {{\n{text}}}\n");
        first_line = line;
    }
    let mut listing = Listing::snippet(file, first_line, text, Outcome::RunPass);
    let mut codes = Vec::new();
    for &word in words {
        match word {
            "no_run" => listing.outcome = Outcome::CheckPass,
            "should_panic" => listing.outcome = Outcome::RunFail,
            "compile_fail" => listing.outcome = Outcome::CheckFail,
            "edition2015" | "edition2018" | "edition2021" | "edition2024" => listing.edition = word[7..].into(),
            code if code.len() == 5 && code.starts_with('E') && code[1..].parse::<u16>().is_ok() => {
                codes.push(code.into())
            }
            "ignore" => {
                let problem = Problem::new(file, line, "`ignore`: a program that nobody checks");
                return Err(problem.help("let it compile, or make it a `text` fence where it is no program"));
            }
            _ => {
                let known = ["no_run", "should_panic", "compile_fail", "edition2021"];
                let near = crate::source::closest(word, known)
                    .map_or(String::new(), |near| format!("did you mean `{near}`? "));
                let problem = Problem::new(file, line, format!("unknown word `{word}` in a rust fence"));
                return Err(problem.help(format!("{near}rustdoc knows {}", known.join(", "))));
            }
        }
    }
    listing.codes = Some(codes);
    Ok((listing, lines))
}

/// `# line` is compiled and not shown; `## line` is shown as `# line`.
fn hidden(line: &str) -> (bool, String) {
    let trimmed = line.trim_start();
    let indent = &line[..line.len() - trimmed.len()];
    if trimmed == "#" {
        (true, String::new())
    } else if let Some(rest) = trimmed.strip_prefix("# ") {
        (true, format!("{indent}{rest}"))
    } else if let Some(rest) = trimmed.strip_prefix("##") {
        (false, format!("{indent}#{rest}"))
    } else {
        (false, line.to_owned())
    }
}
