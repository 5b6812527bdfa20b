//! The preprocessor `listings`: what authors write becomes what readers and test tools get.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use listing::{Chapter, ExpandError, Problem, Project, Report, Target};
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::config::Config;
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use super::exercises;
use crate::check;
use crate::problems::Refused;

/// The preprocessor. For the renderer `html` it makes pages, which need a check of the whole book; for any other, plain
/// rustdoc fences.
pub struct Listings {
    project: Project,
    report: Option<Arc<Report>>,
}

impl Listings {
    /// Checks the book when it is asked for pages.
    pub fn unchecked(root: &Path) -> anyhow::Result<Self> {
        Ok(Listings { project: Project::open(root)?, report: None })
    }

    /// For a book that was checked.
    pub fn checked(project: Project, report: Arc<Report>) -> Self {
        Listings { project, report: Some(report) }
    }

    fn report(&self) -> anyhow::Result<Arc<Report>> {
        match &self.report {
            Some(report) => Ok(Arc::clone(report)),
            None => check::holds(&self.project).map(Arc::new),
        }
    }
}

impl Preprocessor for Listings {
    fn name(&self) -> &str {
        "listings"
    }

    fn run(&self, ctx: &PreprocessorContext, book: Book) -> Result<Book> {
        if ctx.renderer != "html" {
            let mut book = expand(&self.project, book, Target::Rustdoc)?;
            exercises::list(&mut book, None);
            return Ok(book);
        }
        let report = self.report()?;
        let mut book = expand(&self.project, book, Target::Page(&report))?;
        exercises::list(&mut book, Some(&report));
        let playground = playground(&ctx.config)?;
        book.for_each_chapter_mut(|chapter| chapter.content.push_str(&playground));
        Ok(book)
    }
}

/// What tells the page's scripts where its programs are sent to when it is not `cargo run` that serves it: nothing where
/// book.toml leaves it out, and they know the public playground themselves.
fn playground(config: &Config) -> Result<String> {
    let Some(address) = config.get::<String>("preprocessor.listings.playground-url")? else { return Ok(String::new()) };
    let is_address = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    if !(address.is_empty() || is_address) || address.contains(['"', '<', '&', ' ']) {
        anyhow::bail!(
            "book.toml: `playground-url` is `{address}`, which is no address\n\
             help: write one that begins with https://, or \"\" for none"
        );
    }
    Ok(format!("\n\n<meta itemprop=\"playground-url\" content=\"{address}\">\n"))
}

fn expand(project: &Project, mut book: Book, target: Target<'_>) -> Result<Book> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut failure = None;
    book.for_each_chapter_mut(|chapter| {
        let Some(path) = chapter.source_path.clone() else { return };
        let text = std::mem::take(&mut chapter.content);
        match listing::expand(project, &Chapter { path, text }, target) {
            Ok(expanded) => chapter.content = expanded,
            Err(ExpandError::Problems(found)) => problems.extend(found),
            Err(error @ ExpandError::Listings(_)) => failure = Some(error),
        }
    });
    failure.map_or(Ok(()), Err).context("cannot expand the chapters")?;
    Refused::unless_empty(problems)?;
    Ok(book)
}
