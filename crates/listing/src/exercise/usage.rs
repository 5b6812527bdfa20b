//! Which chapters use which exercises.

use std::collections::BTreeMap;

use super::resolve;
use crate::chapter::{Chapter, Parsed};
use crate::problem::Problem;
use crate::project::Listings;

/// Helpers that name no exercise, and exercises that no chapter uses, or that two places do.
pub(crate) fn usage(all: &Listings, chapters: &[(&Chapter, Parsed)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut used = BTreeMap::new();
    for (chapter, parsed) in chapters {
        for helper in &parsed.exercises {
            problems.extend(resolve(all, chapter, helper).err());
            let here = format!("{}:{}", chapter.file().display(), helper.line);
            if let Some(first) = used.insert(helper.name.as_str(), here) {
                let message = format!("the exercise `{}` is used a second time", helper.name);
                let help = format!("it is in {first}: link to it, or delete one of the two");
                problems.push(Problem::new(chapter.file(), helper.line, message).help(help));
            }
        }
    }
    let unused = all.exercises.values().filter(|exercise| !used.contains_key(exercise.name.as_str()));
    problems.extend(unused.map(|exercise| {
        let name = &exercise.name;
        let message = format!("no chapter uses the exercise `{name}`");
        let help = format!("put `{{{{#exercise {name}}}}}` in a chapter, under `## Exercises`, or delete its folder");
        Problem::new(exercise.file("exercise.md"), 1, message).help(help)
    }));
    problems
}
