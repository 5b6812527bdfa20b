//! Reads a quiz's TOML. Every mistake is named with its file and line.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Choice, Kind, Question, Quiz, Says, Words};
use crate::chapter::Chapter;
use crate::problem::Problem;
use crate::source::{Outcome, closest};

/// The kinds, with the fields that each has besides `id`, `kind`, `ask` and `see`.
const KINDS: [(&str, &[&str]); 7] = [
    ("compiles", &["listing", "option"]),
    ("prints", &["listing", "option"]),
    ("corner", &["type", "why"]),
    ("bound", &["claim", "option"]),
    ("fix", &["listing", "option"]),
    ("order", &["listing", "steps", "why"]),
    ("definition", &["computed", "option"]),
];

/// How many questions a quiz has at least.
const FEWEST: usize = 5;

/// What an author may be tempted to write, and what is computed.
const BY_HAND: [&str; 5] = ["right", "key", "answer", "correct", "wrong"];

/// Reads the fence that begins on `line` of `file` and holds `code`.
pub(crate) fn read(file: &Path, line: usize, code: &str, range: Range<usize>) -> (Quiz, Vec<Problem>) {
    let mut reader = Reader { file, first: line + 1, code, problems: Vec::new() };
    let questions = match DeTable::parse(code) {
        Ok(table) => reader.questions(table.get_ref(), line),
        Err(error) => {
            let at = error.span().map_or(line, |span| reader.line(&span));
            let message = format!("the quiz is not TOML: {}", error.message().lines().next().unwrap_or_default());
            reader.problem(at, message, "see CONTRIBUTING.md, \"A quiz\"");
            Vec::new()
        }
    };
    let mut quiz = Quiz { questions, codes: Vec::new(), texts: Vec::new(), line, range };
    let mut problems = reader.problems;
    problems.extend(quiz.read_markdown(file));
    (quiz, problems)
}

impl Quiz {
    /// What is Markdown in it, with lines; where a question is explained is a link.
    pub(crate) fn markdown(&self) -> impl Iterator<Item = (usize, String)> {
        self.questions.iter().flat_map(|question| {
            let see = question.see.iter().map(|see| (see.line, format!("[there]({})", see.text)));
            question.markdown().map(|words| (words.line, words.text.clone())).chain(see)
        })
    }

    /// Finds the inline code and the text fences of what a reader reads.
    fn read_markdown(&mut self, file: &Path) -> Vec<Problem> {
        let mut problems = Vec::new();
        for words in self.questions.iter().flat_map(Question::markdown) {
            let parsed =
                Chapter { path: file.strip_prefix("src").unwrap_or(file).into(), text: words.text.clone() }.parse();
            let lines = words.line - 1;
            self.codes.extend(parsed.codes.into_iter().map(|mut code| {
                code.line += lines;
                code
            }));
            self.texts.extend(parsed.texts.into_iter().map(|mut text| {
                text.line += lines;
                text
            }));
            problems.extend(parsed.problems.into_iter().map(|mut problem| {
                problem.line += lines;
                problem
            }));
            if !parsed.snippets.is_empty() || !parsed.helpers.is_empty() {
                let problem = Problem::new(file, words.line, "a listing or a snippet inside a question's words");
                problems.push(problem.help("name a listing in `listing`, or show it in the chapter"));
            }
        }
        problems
    }
}

impl Question {
    /// All of its texts that are Markdown.
    fn markdown(&self) -> impl Iterator<Item = &Words> {
        let options = self.options.iter().flat_map(|option| {
            let says = match &option.says {
                Says::Fix { text, .. } | Says::Words { text, .. } => Some(text),
                _ => None,
            };
            says.into_iter().chain(&option.why)
        });
        [&self.ask].into_iter().chain(options).chain(&self.why)
    }
}

struct Reader<'a> {
    file: &'a Path,
    /// The chapter's line of the code's first.
    first: usize,
    code: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn line(&self, span: &Range<usize>) -> usize {
        self.first + self.code[..span.start.min(self.code.len())].matches('\n').count()
    }

    fn problem(&mut self, line: usize, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(self.file, line, message).help(help));
    }

    fn questions(&mut self, table: &DeTable<'_>, line: usize) -> Vec<Question> {
        self.unknown(table, &["question"], "a quiz");
        let tables = self.tables(table, "question");
        if tables.len() < FEWEST && self.problems.is_empty() {
            let message = format!("a quiz has at least {FEWEST} questions, and this one has {}", tables.len());
            self.problem(line, message, "write `[[question]]`, and below it its fields");
        }
        let mut questions: Vec<Question> = Vec::new();
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for (line, table) in tables {
            let Some(question) = self.question(line, table) else { continue };
            if let Some(first) = ids.insert(question.id.clone(), question.line) {
                let message = format!("two questions are `{}`: the other is on line {first}", question.id);
                self.problem(question.line, message, "give each question of a chapter an id of its own");
                continue;
            }
            questions.push(question);
        }
        questions
    }

    /// The tables of an array of tables, each with the line that it begins on.
    fn tables<'t, 'i>(&mut self, table: &'t DeTable<'i>, key: &str) -> Vec<(usize, &'t DeTable<'i>)> {
        let Some(value) = get(table, key) else { return Vec::new() };
        let mut tables = Vec::new();
        match value.get_ref() {
            DeValue::Array(array) => {
                for item in array.iter() {
                    let line = self.line(&item.span());
                    match item.get_ref() {
                        DeValue::Table(table) => tables.push((line, table)),
                        _ => self.problem(line, format!("`{key}` is no table"), format!("write `[[{key}]]` for each")),
                    }
                }
            }
            _ => {
                let line = self.line(&value.span());
                self.problem(line, format!("`{key}` is no list of tables"), format!("write `[[{key}]]` for each"));
            }
        }
        tables
    }

    fn question(&mut self, line: usize, table: &DeTable<'_>) -> Option<Question> {
        let before = self.problems.len();
        let id = self.required(table, line, "id", "a question");
        let kind = self.required(table, line, "kind", "a question");
        let ask = self.required(table, line, "ask", "a question");
        let see = self.words(table, "see");
        if let Some(id) = &id
            && !is_kebab(&id.text)
        {
            let message = format!("the id `{}` is not in kebab-case", id.text);
            self.problem(id.line, message, "lower case letters, digits and `-`: `rc-across-spawn`");
        }
        let (id, kind, ask) = (id?, kind?, ask?);
        let Some((word, fields)) = KINDS.iter().find(|(word, _)| *word == kind.text) else {
            let words = KINDS.map(|(word, _)| word);
            let near = closest(&kind.text, words).map_or(String::new(), |near| format!("did you mean `{near}`? "));
            let message = format!("`{}`: unknown kind `{}`", id.text, kind.text);
            self.problem(kind.line, message, format!("{near}known kinds: {}", words.join(", ")));
            return None;
        };
        let whom = format!("`{}`, a question of kind `{word}`", id.text);
        self.unknown(table, &[&["id", "kind", "ask", "see"], *fields].concat(), &whom);
        let (kind, options, why) = self.kind(word, table, line, &whom)?;
        let question = Question { id: id.text, line, ask, see, kind, options, why };
        (self.problems.len() == before).then_some(question)
    }

    fn kind(
        &mut self,
        word: &str,
        table: &DeTable<'_>,
        line: usize,
        whom: &str,
    ) -> Option<(Kind, Vec<Choice>, Option<Words>)> {
        let options = |reader: &mut Self, read: ReadOption<'a>| reader.options(table, line, whom, read);
        let listing = |reader: &mut Self| reader.required(table, line, "listing", whom);
        Some(match word {
            "compiles" => (Kind::Compiles { listing: listing(self)? }, options(self, Reader::place), None),
            "prints" => (Kind::Prints { listing: listing(self)? }, options(self, Reader::output), None),
            "corner" => {
                let subject = self.required(table, line, "type", whom)?;
                (Kind::Corner { subject }, self.corners(table, line, whom), None)
            }
            "bound" => {
                let claim = self.required(table, line, "claim", whom)?;
                if claim.text.matches("{}").count() != 1 {
                    let message = format!("{whom}: `{}` has no one place for the bound", claim.text);
                    self.problem(claim.line, message, "write `{}` where the bound goes: `Arc<T>: Send where T: {}`");
                }
                (Kind::Bound { claim }, options(self, Reader::bound), None)
            }
            "fix" => (Kind::Fix { listing: listing(self)? }, options(self, Reader::fix), None),
            "order" => {
                let why = self.required(table, line, "why", whom);
                (Kind::Order { listing: listing(self)? }, self.steps(table, line, whom), why)
            }
            _ => {
                if get(table, "computed").and_then(|value| value.get_ref().as_bool()) != Some(false) {
                    let help = "a definition's key is written by hand: say so with `computed = false`";
                    self.problem(line, format!("{whom}: `computed = false` is missing"), help);
                }
                (Kind::Definition, options(self, Reader::definition), None)
            }
        })
    }

    fn options(&mut self, table: &DeTable<'_>, line: usize, whom: &str, read: ReadOption<'a>) -> Vec<Choice> {
        let tables = self.tables(table, "option");
        if tables.len() < 2 {
            self.problem(line, format!("{whom}: fewer than two options"), "add `[[question.option]]`");
        }
        let mut options = Vec::new();
        for (line, table) in tables {
            let why = self.reason(table, "why");
            if let Some(says) = read(self, table, line, whom) {
                options.push(Choice { says, why, line });
            }
        }
        options
    }

    /// An option of `compiles`.
    fn place(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Option<Says> {
        let whom = format!("{whom}: an option");
        let before = self.problems.len();
        self.unknown(table, &["compiles", "line", "why"], &whom);
        let compiles = get(table, "compiles").map(|value| value.get_ref().as_bool());
        match (compiles, self.words(table, "line")) {
            (Some(Some(true)), None) => Some(Says::Compiles),
            (None, Some(text)) => Some(Says::Line(text.text.trim().to_owned())),
            _ if self.problems.len() > before => None,
            _ => {
                let help = "it says `compiles = true`, or `line = \"…\"`: the line that is blamed";
                self.problem(line, format!("{whom} that says neither or both"), help);
                None
            }
        }
    }

    /// An option of `prints`.
    fn output(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Option<Says> {
        const ENDS: [Outcome; 5] =
            [Outcome::Hangs, Outcome::RunFail, Outcome::DataRace, Outcome::CheckFail, Outcome::MemoryError];
        let whom = format!("{whom}: an option");
        let before = self.problems.len();
        self.unknown(table, &["text", "outcome", "why"], &whom);
        match (self.words(table, "text"), self.words(table, "outcome")) {
            (Some(text), None) => Some(Says::Prints(text.text.trim().to_owned())),
            (None, Some(outcome)) => {
                let found = ENDS.into_iter().find(|end| end.directive() == outcome.text);
                if found.is_none() {
                    let message = format!("{whom} with the outcome `{}`", outcome.text);
                    let known = ENDS.map(Outcome::directive).join(", ");
                    self.problem(outcome.line, message, format!("known here: {known}; what ends well has a `text`"));
                }
                found.map(Says::Ends)
            }
            _ if self.problems.len() > before => None,
            _ => {
                self.problem(
                    line,
                    format!("{whom} that says neither or both"),
                    "it has `text = \"…\"`, or `outcome = \"hangs\"`",
                );
                None
            }
        }
    }

    fn bound(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Option<Says> {
        let whom = format!("{whom}: an option");
        self.unknown(table, &["bound", "why"], &whom);
        Some(Says::Bound(self.required(table, line, "bound", &whom)?.text.trim().to_owned()))
    }

    fn fix(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Option<Says> {
        let whom = format!("{whom}: an option");
        self.unknown(table, &["listing", "text", "why"], &whom);
        let listing = self.required(table, line, "listing", &whom);
        let text = self.required(table, line, "text", &whom);
        Some(Says::Fix { listing: listing?, text: text? })
    }

    fn definition(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Option<Says> {
        let whom = format!("{whom}: an option");
        for key in table.keys().filter(|key| !["text", "right", "why"].contains(&key.get_ref().as_ref())) {
            self.unknown_field(key, &["text", "right", "why"], &whom);
        }
        let right = get(table, "right").is_some_and(|value| value.get_ref().as_bool() == Some(true));
        Some(Says::Words { text: self.required(table, line, "text", &whom)?, right })
    }

    /// The four corners, always the same and in the same order.
    fn corners(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Vec<Choice> {
        const CORNERS: [(&str, bool, bool); 4] =
            [("both", true, true), ("send", true, false), ("sync", false, true), ("neither", false, false)];
        let whys = match get(table, "why").map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Table(whys), _)) => whys,
            Some((_, span)) => {
                let line = self.line(&span);
                self.problem(
                    line,
                    format!("{whom}: `why` is no table"),
                    "write `[question.why]`, and below it `send = …`",
                );
                return Vec::new();
            }
            None => {
                self.problem(
                    line,
                    format!("{whom}: `why` is missing"),
                    "write `[question.why]`, and below it `send = …`",
                );
                return Vec::new();
            }
        };
        self.unknown(whys, &CORNERS.map(|(word, _, _)| word), &format!("{whom}: `why`"));
        let corner = |(word, send, sync)| {
            let why = self.reason(whys, word);
            Choice { says: Says::Corner { send, sync }, line: why.as_ref().map_or(line, |why| why.line), why }
        };
        CORNERS.map(corner).into()
    }

    fn steps(&mut self, table: &DeTable<'_>, line: usize, whom: &str) -> Vec<Choice> {
        let help = "write `steps = [\"…\", …]`: at least three lines of the listing's output";
        let Some(DeValue::Array(array)) = get(table, "steps").map(Spanned::get_ref) else {
            self.problem(line, format!("{whom}: `steps` is missing"), help);
            return Vec::new();
        };
        let mut steps: Vec<Choice> = Vec::new();
        for item in array.iter() {
            let line = self.line(&item.span());
            match item.get_ref().as_str() {
                Some(step) => steps.push(Choice { says: Says::Step(step.trim().to_owned()), why: None, line }),
                None => self.problem(line, format!("{whom}: a step that is no text"), help),
            }
        }
        if steps.len() < 3 {
            self.problem(line, format!("{whom}: fewer than three steps"), help);
        }
        steps
    }

    fn required(&mut self, table: &DeTable<'_>, line: usize, key: &str, whom: &str) -> Option<Words> {
        let words = self.words(table, key);
        // No bound is a bound; a question without a word is none.
        let empty = words.as_ref().is_some_and(|words| words.text.is_empty()) && key != "bound";
        if empty || !table.keys().any(|known| known.get_ref() == key) {
            self.problem(line, format!("{whom}: `{key}` is missing"), format!("add `{key} = \"…\"`"));
        }
        words.filter(|_| !empty)
    }

    /// An explanation; one without a word is none.
    fn reason(&mut self, table: &DeTable<'_>, key: &str) -> Option<Words> {
        self.words(table, key).filter(|why| !why.text.is_empty())
    }

    /// A text, and the line that it begins on: for a text of several lines the one below its quotes.
    fn words(&mut self, table: &DeTable<'_>, key: &str) -> Option<Words> {
        let value = get(table, key)?;
        let span = value.span();
        let line = self.line(&span);
        match value.get_ref().as_str() {
            Some(text) => {
                let written = &self.code[span];
                let below = ["\"\"\"\n", "'''\n"].iter().any(|quotes| written.starts_with(quotes));
                Some(Words { text: text.trim_end().to_owned(), line: line + usize::from(below) })
            }
            None => {
                self.problem(line, format!("`{key}` is no text"), format!("write `{key} = \"…\"`"));
                None
            }
        }
    }

    fn unknown(&mut self, table: &DeTable<'_>, known: &[&str], whom: &str) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            if BY_HAND.contains(&name) {
                let line = self.line(&key.span());
                let message = format!("{whom} has its key written by hand: `{name}`");
                self.problem(line, message, format!("delete `{name}`: the compiler says which option is right"));
            } else {
                self.unknown_field(key, known, whom);
            }
        }
    }

    fn unknown_field(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str], whom: &str) {
        let name = key.get_ref().as_ref();
        let near =
            closest(name, known.iter().copied()).map_or(String::new(), |near| format!("did you mean `{near}`? "));
        let line = self.line(&key.span());
        self.problem(line, format!("{whom}: unknown field `{name}`"), format!("{near}known: {}", known.join(", ")));
    }
}

type ReadOption<'a> = for<'r, 't, 'i, 'w> fn(&'r mut Reader<'a>, &'t DeTable<'i>, usize, &'w str) -> Option<Says>;

fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
    table.iter().find(|(known, _)| known.get_ref() == key).map(|(_, value)| value)
}

fn is_kebab(id: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(good)
}
