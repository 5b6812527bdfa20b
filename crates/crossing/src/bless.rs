//! `crossing bless`: today's words become the recorded ones.

use listing::Project;

use crate::problems::count;
use crate::{output, progress};

/// Accepts the named listings, all if none is named, and prints the files that changed.
pub fn run(project: &Project, names: &[String]) -> anyhow::Result<()> {
    let written = listing::bless(project, names, &*progress::checking())?;
    for file in &written {
        output::line(file.display())?;
    }
    eprintln!("{} written; see `git diff examples/`", count(written.len(), "snapshot"));
    Ok(())
}
