//! Reads `exercise.md`: title, level, task, hints, solution.

use std::path::Path;

use super::{Level, Prose};
use crate::problem::Problem;
use crate::source::closest;

/// The parts of a text, and what is wrong with its shape.
pub(crate) fn read(file: &Path, text: &str) -> (Prose, Vec<Problem>) {
    let mut reader = Reader { file, prose: Prose::default(), problems: Vec::new() };
    let sections = sections(text);
    reader.head(&sections[0]);
    let mut solutions = 0;
    for section in &sections[1..] {
        match section.heading {
            "Hint" if solutions == 0 => {
                reader.not_empty(section, "hint", "a question or a pointer that leads on");
                reader.prose.hints.push(section.body());
            }
            "Hint" => reader.problem(section.line, "a hint below the solution", "put the hints first"),
            "Solution" => {
                solutions += 1;
                reader.not_empty(section, "solution", "say why it is right, and what else would do");
                reader.prose.commentary = section.body();
            }
            heading => {
                let message = format!("unknown section `## {heading}`");
                reader.problem(section.line, message, "an exercise has `## Hint`, at least once, and `## Solution`");
            }
        }
    }
    if reader.prose.hints.is_empty() {
        reader.problem(1, "the exercise has no hint", "write `## Hint`: a question or a pointer before the answer");
    }
    match solutions {
        0 => reader.problem(1, "the exercise has no `## Solution`", "write it: why the solution is right"),
        1 => {}
        _ => reader.problem(1, "the exercise has two sections `## Solution`", "join them"),
    }
    (reader.prose, reader.problems)
}

/// The parts of a text whose shape was checked.
pub(crate) fn parts(text: &str) -> Prose {
    read(Path::new(""), text).0
}

struct Reader<'a> {
    file: &'a Path,
    prose: Prose,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, line: usize, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(self.file, line, message).help(help));
    }

    /// `# Title`, `level: easy`, and the task.
    fn head(&mut self, section: &Section<'_>) {
        let mut lines = section.lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
        match lines.next() {
            Some((_, line)) if line.starts_with("# ") && line.len() > 2 => {
                self.prose.title = line[2..].trim().to_owned()
            }
            _ => return self.problem(1, "the exercise has no title", "begin exercise.md with `# Title`"),
        }
        let known = Level::ALL.map(Level::word);
        let help = format!("write `level: {}` below the title", known.join("`, `level: "));
        let Some((at, word)) = lines.next().and_then(|(at, line)| Some((at, line.strip_prefix("level:")?.trim())))
        else {
            return self.problem(1, "the exercise has no level", help);
        };
        self.prose.level = Level::ALL.into_iter().find(|level| level.word() == word);
        if self.prose.level.is_none() {
            let near = closest(word, known).map_or(String::new(), |near| format!("did you mean `{near}`? "));
            self.problem(at + 1, format!("unknown level `{word}`"), format!("{near}{help}"));
        }
        self.prose.task = section.lines[at + 1..].join("\n").trim().to_owned();
        if self.prose.task.is_empty() {
            self.problem(at + 1, "the exercise has no task", "say below the level what to do");
        }
    }

    fn not_empty(&mut self, section: &Section<'_>, what: &str, help: &str) {
        if section.body().is_empty() {
            self.problem(section.line, format!("the {what} is empty"), help);
        }
    }
}

struct Section<'a> {
    heading: &'a str,
    /// The line that the heading stands on, from 1.
    line: usize,
    lines: Vec<&'a str>,
}

impl Section<'_> {
    fn body(&self) -> String {
        self.lines.join("\n").trim().to_owned()
    }
}

/// The text before the first `## ` and what stands below each. A fence may hold such a line.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = vec![Section { heading: "", line: 1, lines: Vec::new() }];
    let mut fenced = false;
    for (index, line) in text.lines().enumerate() {
        fenced ^= line.trim_start().starts_with("```");
        match line.strip_prefix("## ").filter(|_| !fenced) {
            Some(heading) => sections.push(Section { heading: heading.trim(), line: index + 1, lines: Vec::new() }),
            None => sections.last_mut().expect("there is a first section").lines.push(line),
        }
    }
    sections
}
