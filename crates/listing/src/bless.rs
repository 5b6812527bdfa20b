//! Accepts what happens today.

use std::path::PathBuf;

use crate::check::{Progress, able};
use crate::judge;
use crate::observe::Look;
use crate::problem::{Error, Problem};
use crate::project::Project;
use crate::rustc::Rustc;
use crate::schedule::{Seen, observe_all};
use crate::snapshot;
use crate::source::Listing;

/// Writes the snapshots of the named listings, of all where none is named. Returns the files that changed, relative to the
/// book's root.
///
/// # Errors
///
/// [`Error::NoSuchListing`], and [`Error::NotBlessed`] where an outcome, an annotation or the same output in every run
/// does not hold: those are for the author to mend. Then nothing is written.
pub fn bless(project: &Project, names: &[String], progress: &dyn Progress) -> Result<Vec<PathBuf>, Error> {
    let rustc = Rustc::find(project.root())?;
    let all = project.listings(&project.files()?)?;
    if let Some(unknown) = names.iter().find(|name| !all.by_name.contains_key(*name)) {
        return Err(Error::NoSuchListing(unknown.clone()));
    }
    let chosen = |listing: &&Listing| names.is_empty() || names.contains(&listing.name);
    let work: Vec<&Listing> = all.by_name.values().filter(chosen).collect();
    if let Some(pinned) = project.pinned().filter(|pinned| *pinned != rustc.release) {
        let message = format!("rustc {} may not write snapshots: the book shows {pinned}", rustc.release);
        let help = "change the channel in rust-toolchain.toml first, then bless and look at `git diff`";
        return Err(Error::NotBlessed(vec![Problem::new("rust-toolchain.toml", 1, message).help(help)]));
    }
    let (work, _) = able(&rustc, work);
    let closely: Vec<(&Listing, Look)> = work.iter().map(|listing| (*listing, Look::Often)).collect();
    let mut seen = Seen::known(&rustc, &project.cache, &closely, progress);
    observe_all(&rustc, project.root(), &project.cache, &closely, progress, &mut seen)?;
    let seen = seen.by_name;
    let judged = work.iter().filter_map(|listing| Some((*listing, seen.get(&listing.name)?)));
    let problems: Vec<Problem> = judged.clone().flat_map(|(listing, seen)| judge::outcome(listing, seen)).collect();
    let unread = all.problems.iter().filter(|_| names.is_empty()).cloned();
    let problems: Vec<Problem> = problems.into_iter().chain(unread).collect();
    if !problems.is_empty() {
        return Err(Error::NotBlessed(problems));
    }
    let mut written = Vec::new();
    for (listing, seen) in judged {
        written.extend(snapshot::write(project.root(), listing, seen)?);
    }
    Ok(written)
}
