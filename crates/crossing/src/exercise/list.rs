//! The list of exercises, in the order of the book.

use std::path::Path;

use listing::exercise::Level;
use listing::{Chapter, Project};

use super::Desk;
use crate::output;
use crate::problems::count;

/// Prints all exercises by chapter, with level and state.
pub fn list(desk: &Desk<'_>) -> anyhow::Result<()> {
    let state = desk.state()?;
    let width = desk.exercises.keys().map(String::len).max().unwrap_or(0);
    let mut solved = 0;
    for chapter in order(desk.project)? {
        let names = chapter.exercises();
        if !names.is_empty() {
            output::line(title(&chapter))?;
        }
        for name in names {
            let Some(exercise) = desk.exercises.get(&name) else { continue };
            let progress = state.attempt(&name).state;
            solved += usize::from(progress == super::state::Progress::Solved);
            let level = exercise.prose.level.map_or("", Level::word);
            output::line(format_args!("  {name:width$}  {level:6}  {:6}  {}", progress.word(), exercise.prose.title))?;
        }
    }
    let all = count(desk.exercises.len(), "exercise");
    output::line(format_args!("\n{all}, {solved} solved. `cargo run -- exercise start NAME` begins one."))
}

/// The chapters, in the order of src/SUMMARY.md.
fn order(project: &Project) -> anyhow::Result<Vec<Chapter>> {
    let summary = std::fs::read_to_string(project.root().join("src/SUMMARY.md")).unwrap_or_default();
    let place = |path: &Path| summary.find(&format!("]({})", path.display())).unwrap_or(usize::MAX);
    let mut chapters = project.chapters()?;
    chapters.sort_by_key(|chapter| place(&chapter.path));
    Ok(chapters)
}

/// The chapter's heading, without marks.
fn title(chapter: &Chapter) -> String {
    let heading = chapter.text.lines().find_map(|line| line.strip_prefix("# "));
    heading.map_or_else(|| chapter.path.display().to_string(), |heading| heading.replace('`', ""))
}
