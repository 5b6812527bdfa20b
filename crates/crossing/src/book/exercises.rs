//! `{{#exercises}}`: all exercises and quizzes, in the order of the chapters.

use std::fmt::Write;
use std::path::PathBuf;

use listing::Report;
use listing::exercise::{ExerciseReport, Level};
use mdbook_preprocessor::book::Book;

const HELPER: &str = "{{#exercises}}";

/// Puts the list in place of the helper. Without a report there is none: only the pages show it.
pub fn list(book: &mut Book, report: Option<&Report>) {
    let list = report.map_or_else(String::new, |report| write(&chapters(book, report), &report.exercises));
    book.for_each_chapter_mut(|chapter| {
        if chapter.content.contains(HELPER) {
            chapter.content = chapter.content.replace(HELPER, &list);
        }
    });
}

/// A chapter: its title, its file, and how many questions its quiz has.
struct Entry {
    title: String,
    path: PathBuf,
    questions: usize,
}

fn chapters(book: &Book, report: &Report) -> Vec<Entry> {
    let written = book.chapters().filter_map(|chapter| {
        let path = chapter.source_path.clone()?;
        let questions = report.questions.iter().filter(|question| question.file.ends_with(&path)).count();
        Some(Entry { title: chapter.name.clone(), path, questions })
    });
    written.collect()
}

fn write(chapters: &[Entry], exercises: &[ExerciseReport]) -> String {
    let mut text = String::from("<crossing-exercises>\n\n");
    for Entry { title, path, questions } in chapters {
        let mut own: Vec<&ExerciseReport> =
            exercises.iter().filter(|exercise| exercise.chapter.as_ref() == Some(path)).collect();
        own.sort_by_key(|exercise| exercise.line);
        if own.is_empty() && *questions == 0 {
            continue;
        }
        let (file, stem) = (path.display(), path.file_stem().unwrap_or_default().display());
        let _ = writeln!(text, "<section data-chapter=\"{stem}\">\n\n## {title}\n");
        for exercise in own {
            let ExerciseReport { name, title, .. } = exercise;
            let level = exercise.level.map_or("", Level::word);
            let _ = writeln!(
                text,
                "- [{title}]({file}#exercise-{name}) <span class=\"exercise-entry\" data-name=\"{name}\" data-level=\"{level}\">{level}</span>"
            );
        }
        if *questions > 0 {
            let _ = writeln!(
                text,
                "- [Quiz]({file}#quiz) <span class=\"exercise-entry\" data-quiz=\"{stem}\">{questions} questions</span>"
            );
        }
        text.push_str("\n</section>\n\n");
    }
    text + "</crossing-exercises>"
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn exercise(name: &str, chapter: &str, line: usize) -> ExerciseReport {
        ExerciseReport {
            name: name.into(),
            folder: Path::new("examples/exercises").join(name),
            title: format!("The {name}"),
            level: Some(Level::Easy),
            chapter: Some(chapter.into()),
            line,
            wrong: 2,
        }
    }

    #[test]
    fn exercises_stand_by_chapter_in_the_order_of_the_book() {
        let entry = |title: &str, path: &str, questions| Entry { title: title.into(), path: path.into(), questions };
        let chapters = [entry("B", "b.md", 6), entry("None", "none.md", 0), entry("A", "a.md", 0)];
        let exercises = [exercise("first", "a.md", 4), exercise("second", "b.md", 9), exercise("third", "b.md", 2)];
        let text = write(&chapters, &exercises);
        let items: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("## ") || line.starts_with("- "))
            .map(|line| line.split(' ').nth(1).unwrap_or(""))
            .collect();
        assert_eq!(items, ["B", "[The", "[The", "[Quiz](b.md#quiz)", "A", "[The"], "{text}");
        assert!(text.find("#exercise-third") < text.find("#exercise-second"), "{text}");
    }
}
