//! The preprocessor `listings`: what authors write becomes what readers and test tools get.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use listing::{Chapter, ExpandError, Problem, Project, Report, Target};
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use super::{exercises, to_come};
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
        let to_come = to_come::read(&ctx.config)?;
        book.for_each_chapter_mut(|chapter| chapter.content = to_come::unlink(&chapter.content, &to_come));
        Ok(book)
    }
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
