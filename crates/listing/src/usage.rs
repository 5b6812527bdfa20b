//! What the chapters ask for, against what there is.

use std::collections::BTreeSet;

use crate::chapter::{Chapter, Helper, Parsed};
use crate::exercise;
use crate::problem::Problem;
use crate::project::Listings;
use crate::source::{Listing, closest};

/// Helpers that name no listing, and listings that no chapter uses.
pub(crate) fn usage(all: &Listings, chapters: &[(&Chapter, Parsed)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut used = BTreeSet::new();
    for (chapter, parsed) in chapters {
        problems.extend(parsed.problems.iter().cloned());
        for helper in &parsed.helpers {
            used.insert(helper.name.as_str());
            problems.extend(resolve(all, chapter, helper).err());
        }
        used.extend(parsed.listing_names());
        used.extend(parsed.exercises.iter().flat_map(|helper| exercise_listings(all, &helper.name)));
    }
    problems.extend(exercise::usage(all, chapters));
    // An exercise that no chapter uses is named as such, and not by its listings.
    used.extend(all.exercises.keys().flat_map(|name| exercise_listings(all, name)));
    for listing in all.by_name.values().filter(|listing| !used.contains(listing.name.as_str())) {
        let message = format!("no chapter uses the listing `{}`", listing.name);
        let help = format!("show it: `{{{{#listing {}}}}}` in a chapter, or delete it", listing.name);
        problems.push(Problem::new(&listing.file, 1, message).help(help));
    }
    problems
}

/// The names of an exercise's starter and solution.
fn exercise_listings<'a>(all: &'a Listings, name: &str) -> impl Iterator<Item = &'a str> {
    let exercise = all.exercises.get(name);
    exercise.into_iter().flat_map(|exercise| [exercise.starter.name.as_str(), exercise.solution.name.as_str()])
}

/// The listing that a helper names.
pub(crate) fn resolve<'a>(all: &'a Listings, chapter: &Chapter, helper: &Helper) -> Result<&'a Listing, Problem> {
    let name = &helper.name;
    let Some(listing) = all.by_name.get(name) else {
        let message = match all.unread.contains(name) {
            true => format!("the listing `{name}` cannot be read"),
            false => format!("no listing is named `{name}`"),
        };
        let near = closest(name, all.by_name.keys().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write it: examples/{name}.rs, or examples/fails/{name}.rs"),
        };
        return Err(Problem::new(chapter.file(), helper.line, message).help(help));
    };
    if let Some(anchor) = helper.anchor.as_ref().filter(|anchor| !listing.anchors.contains_key(*anchor)) {
        let message = format!("`{name}` has no anchor `{anchor}`");
        let known: Vec<&str> = listing.anchors.keys().map(String::as_str).collect();
        let help = match known[..] {
            [] => format!("add `// ANCHOR: {anchor}` and `// ANCHOR_END: {anchor}` to {}", listing.file.display()),
            _ => format!("its anchors are {}", known.join(", ")),
        };
        return Err(Problem::new(chapter.file(), helper.line, message).help(help));
    }
    Ok(listing)
}
