//! A quiz on the page: complete without JavaScript, with the answers in `<details>`.
//!
//! What authors write stays Markdown, between blocks of HTML, so that its links are checked and mended like a chapter's.

use std::fmt::Write;

use super::ask::{corner, fill};
use super::{Choice, Key, Kind, Question, Quiz, Says, Words};
use crate::chapter::Chapter;
use crate::claim;
use crate::expand::mark_claims;
use crate::page::{self, View, escape};
use crate::problem::Problem;
use crate::report::Report;
use crate::source::{Listing, Outcome};

/// What a quiz is shown from.
pub(crate) struct Shown<'a> {
    pub(crate) chapter: &'a Chapter,
    pub(crate) report: &'a Report,
    /// An id for the next figure of a listing.
    pub(crate) id: &'a mut dyn FnMut(&str) -> String,
    /// The listing of a name.
    pub(crate) listing: &'a dyn Fn(&Words) -> Result<&'a Listing, Problem>,
}

/// The markup of a quiz.
pub(crate) fn markup(quiz: &Quiz, mut shown: Shown<'_>) -> Result<String, Problem> {
    let name = shown.chapter.path.file_stem().unwrap_or_default().to_string_lossy();
    let mut html = format!("<crossing-quiz class=\"quiz\" data-chapter=\"{}\">", escape(&name));
    for question in &quiz.questions {
        let place = (shown.chapter.file(), question.id.clone());
        let Some(key) = shown.report.keys.get(&place).cloned() else {
            let problem = Problem::new(&place.0, question.line, format!("`{}` has no key", question.id));
            return Err(problem.help("`cargo run -- check` says why"));
        };
        html.push_str(&shown.question(question, &key)?);
    }
    html.push_str("\n\n</crossing-quiz>");
    Ok(html)
}

impl<'a> Shown<'a> {
    fn question(&mut self, question: &Question, key: &Key) -> Result<String, Problem> {
        let id = escape(&question.id);
        let (kind, choose) = (question.kind.word(), choose(question, key));
        let mut html = format!(
            "\n\n<crossing-question class=\"question\" id=\"quiz-{id}\" data-id=\"{id}\" data-kind=\"{kind}\" data-choose=\"{choose}\">"
        );
        let _ = write!(html, "\n<div class=\"question-ask\">\n\n{}\n\n</div>", mark_claims(&question.ask.text));
        if let Some(subject) = subject(&question.kind) {
            let _ = write!(html, "\n<p class=\"question-subject\"><code>{}</code></p>", escape(&subject));
        }
        if let Some(named) = question.kind.listing() {
            let figure = page::figure(&self.view((self.listing)(named)?, head(&question.kind)));
            let _ = write!(html, "\n\n{figure}\n");
        }
        let order = order(question, key);
        let _ = write!(html, "\n<ol class=\"question-options\">");
        for &index in &order {
            let says = self.says(question, &question.options[index])?;
            let _ = write!(html, "\n<li data-option=\"{index}\">{says}</li>");
        }
        html.push_str("\n</ol>\n");
        html.push_str("<details class=\"question-answer\"><summary>Answer</summary>");
        html.push_str(&match key {
            Key::Right(_) => self.reasons(question, key, &order)?,
            Key::Order(steps) => self.steps(question, steps),
        });
        html.push_str(&self.proof(question, key)?);
        html.push_str("\n</details>\n</crossing-question>");
        Ok(html)
    }

    fn view(&mut self, listing: &'a Listing, quiz: Option<&'static str>) -> View<'a> {
        View {
            listing,
            shown: vec![true; listing.text.lines().count()],
            seen: self.report.seen.get(&listing.name),
            predict: quiz.is_some(),
            quiz,
            id: (self.id)(&listing.name),
        }
    }

    /// An option's own words.
    fn says(&self, question: &Question, option: &Choice) -> Result<String, Problem> {
        Ok(match &option.says {
            Says::Compiles => "It compiles.".to_owned(),
            Says::Line(line) => {
                let listing = question.kind.listing().map(|named| (self.listing)(named)).transpose()?;
                let at = listing.and_then(|listing| listing.text.lines().position(|text| text.trim() == line));
                let number = at.map_or(String::new(), |at| format!("Line {}: ", at + 1));
                format!("{number}{}", code(line))
            }
            Says::Prints(text) if text.is_empty() => "Nothing.".to_owned(),
            Says::Prints(text) => format!(r#"<code class="question-output nohighlight">{}</code>"#, escape(text)),
            Says::Ends(outcome) => ends(*outcome).to_owned(),
            Says::Corner { send: true, sync: true } => "Both.".to_owned(),
            Says::Corner { send: true, sync: false } => format!("{} only.", code("Send")),
            Says::Corner { send: false, sync: true } => format!("{} only.", code("Sync")),
            Says::Corner { send: false, sync: false } => "Neither.".to_owned(),
            Says::Bound(bound) if bound.is_empty() => "No bound.".to_owned(),
            Says::Bound(bound) | Says::Step(bound) => code(bound),
            Says::Fix { text, .. } | Says::Words { text, .. } => markdown(text),
        })
    }

    /// For each option, whether it is right, and why.
    fn reasons(&mut self, question: &Question, key: &Key, order: &[usize]) -> Result<String, Problem> {
        let mut html = String::from("\n<ol class=\"question-reasons\">");
        for &index in order {
            let option = &question.options[index];
            let (right, word) = if key.is_right(index) { ("yes", "Right.") } else { ("no", "Wrong.") };
            let _ = write!(
                html,
                "\n<li data-option=\"{index}\" data-right=\"{right}\"><strong class=\"verdict\">{word}</strong>"
            );
            html.push_str(&option.why.as_ref().map(markdown).unwrap_or_default());
            if let Says::Fix { listing, .. } = &option.says {
                let listing = (self.listing)(listing)?;
                let figure = page::figure(&self.view(listing, None));
                let words = listing.outcome.words();
                let _ = write!(
                    html,
                    "\n<details class=\"question-program\"><summary>The program: {words}</summary>\n\n{figure}\n\n</details>"
                );
            }
            html.push_str("</li>");
        }
        Ok(html + "\n</ol>\n")
    }

    /// The steps in their order, and why it is that.
    fn steps(&self, question: &Question, steps: &[usize]) -> String {
        let mut html = String::from("\n<ol class=\"question-steps\">");
        for &index in steps {
            if let Says::Step(step) = &question.options[index].says {
                let _ = write!(html, "\n<li data-option=\"{index}\">{}</li>", code(step));
            }
        }
        html + "\n</ol>\n" + &question.why.as_ref().map(markdown).unwrap_or_default()
    }

    /// What the compiler and the program said, and where it is explained.
    fn proof(&mut self, question: &Question, key: &Key) -> Result<String, Problem> {
        let right =
            question.options.iter().enumerate().find(|(index, _)| key.is_right(*index)).map(|(_, option)| &option.says);
        let mut html = match (&question.kind, right) {
            (Kind::Corner { subject }, Some(Says::Corner { send, sync })) => {
                proved(&corner(&subject.text, *send, *sync))
            }
            (Kind::Bound { claim }, Some(Says::Bound(bound))) => proved(&fill(&claim.text, bound)),
            _ => match question.kind.listing() {
                Some(named) => {
                    let listing = (self.listing)(named)?;
                    let seen = self.report.seen.get(&listing.name);
                    let shown = vec![true; listing.text.lines().count()];
                    let view = View { listing, shown, seen, predict: true, quiz: None, id: String::new() };
                    format!("\n{}\n", page::answer_of(&view))
                }
                None => String::new(),
            },
        };
        if let Some(see) = &question.see {
            let _ =
                write!(html, "\n<div class=\"question-see\">\n\n[Where this is explained]({})\n\n</div>\n", see.text);
        }
        Ok(html)
    }
}

/// What is asked at the head of the listing.
fn head(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Compiles { .. } => "Will this compile?",
        Kind::Prints { .. } => "What will this print?",
        Kind::Fix { .. } => "What mends this?",
        Kind::Order { .. } => "In which order?",
        Kind::Corner { .. } | Kind::Bound { .. } | Kind::Definition => return None,
    })
}

/// How many options the reader may choose.
fn choose(question: &Question, key: &Key) -> &'static str {
    match (key, &question.kind) {
        (Key::Order(_), _) => "order",
        (_, Kind::Fix { .. }) => "several",
        (Key::Right(right), _) if right.len() > 1 => "several",
        _ => "one",
    }
}

/// The order in which options are shown: not the author's, who may have begun with the right one, and the same in each
/// build. The corners stay as they are, and an order is never shown solved.
fn order(question: &Question, key: &Key) -> Vec<usize> {
    let mut order: Vec<usize> = (0..question.options.len()).collect();
    if matches!(question.kind, Kind::Corner { .. }) {
        return order;
    }
    order.sort_by_key(|index| *blake3::hash(format!("{} {index}", question.id).as_bytes()).as_bytes());
    if *key == Key::Order(order.clone()) {
        order.rotate_left(1);
    }
    order
}

/// The type or the claim that a question is about.
fn subject(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Corner { subject } => Some(subject.text.clone()),
        Kind::Bound { claim } => Some(claim.text.replace("{}", "…")),
        _ => None,
    }
}

fn ends(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::RunFail => "It panics.",
        Outcome::Hangs => "It never ends.",
        Outcome::DataRace => "Nothing is promised: it has a data race.",
        Outcome::MemoryError => "Nothing is promised: it uses memory that is not its own.",
        Outcome::CheckFail => "It does not compile.",
        Outcome::RunPass | Outcome::CheckPass | Outcome::NoDataRace => "It ends well.",
    }
}

fn code(text: &str) -> String {
    format!(r#"<code class="nohighlight">{}</code>"#, escape(text))
}

/// A claim that holds, marked as one.
fn proved(text: &str) -> String {
    let markup = claim::parse(std::path::Path::new(""), 1, text).and_then(Result::ok).map(|claim| page::claim(&claim));
    format!("\n<p class=\"question-proof\">The compiler was asked: {}</p>\n", markup.unwrap_or_default())
}

/// Markdown as blocks of their own.
fn markdown(words: &Words) -> String {
    format!("\n\n{}\n\n", mark_claims(&words.text))
}
