//! An exercise in its chapter: fences for test tools, the page's markup for readers.

use super::{Exercise, prose};
use crate::chapter::{Chapter, ExerciseHelper};
use crate::problem::Problem;
use crate::project::Listings;
use crate::source::closest;

/// The exercise that a helper names.
pub(crate) fn resolve<'a>(
    all: &'a Listings,
    chapter: &Chapter,
    helper: &ExerciseHelper,
) -> Result<&'a Exercise, Problem> {
    let name = &helper.name;
    all.exercises.get(name).ok_or_else(|| {
        let message = match all.unread.contains(name) {
            true => format!("the exercise `{name}` cannot be read"),
            false => format!("no exercise is named `{name}`"),
        };
        let help = match closest(name, all.exercises.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write it: {}/{name}/", super::FOLDER),
        };
        Problem::new(chapter.file(), helper.line, message).help(help)
    })
}

/// The Markdown of an exercise, given its `exercise.md` expanded, its two listings expanded, and, on the page, what the
/// page needs to put an answer and the check together.
pub(crate) fn expand(exercise: &Exercise, expanded: &str, [starter, solution]: &[String; 2], page: bool) -> String {
    let prose = prose::parts(expanded);
    let name = &exercise.name;
    let title = &exercise.prose.title;
    let mut text = String::new();
    let mut part = |part: &str| {
        text.push_str(part);
        text.push_str("\n\n");
    };
    if page {
        part(&opening(exercise));
    }
    part(&format!("### {title} {{#exercise-{name}}}"));
    if let Some(level) = exercise.prose.level {
        let word = level.word();
        part(&format!("<p class=\"exercise-level\" data-level=\"{word}\">Exercise, <span>{word}</span></p>"));
    }
    part(&prose.task);
    part(starter);
    for (index, hint) in prose.hints.iter().enumerate() {
        let number = if prose.hints.len() > 1 { format!(" {}", index + 1) } else { String::new() };
        part(&format!("<details class=\"exercise-hint\"><summary>Hint{number}</summary>"));
        part(hint);
        part("</details>");
    }
    part("<details class=\"exercise-solution\"><summary>Solution</summary>");
    part(solution);
    part(&prose.commentary);
    part("</details>");
    if page {
        part("</crossing-exercise>");
    }
    text.trim_end().to_owned()
}

/// The element's start, with the three texts that go around an answer.
fn opening(exercise: &Exercise) -> String {
    let [before, between, after] = exercise.check.frame().map(|text| crate::page::escape(&text));
    let quotes = if exercise.check.quotes_answer() { " data-quotes" } else { "" };
    let level = exercise.prose.level.map_or("", super::Level::word);
    format!(
        r#"<crossing-exercise class="exercise" data-name="{}" data-level="{level}" data-before="{before}" data-between="{between}" data-after="{after}"{quotes}>"#,
        exercise.name
    )
}
