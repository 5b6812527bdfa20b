//! mdBook, with our preprocessors and our link checker in the same process.
//!
//! book.toml says what runs and in which order, for us as for the `mdbook` command. It names our parts by command line;
//! [`build`] puts the parts themselves in their places, so that nothing is spawned.

pub mod admonish;
mod exercises;
pub mod listings;
mod staging;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use listing::{Project, Report};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

use self::admonish::Admonish;
use self::listings::Listings;
use self::staging::Staging;
use crate::linkcheck::Linkcheck;

/// Where the pages are, unless somebody asks for another place: where `mdbook build` puts them.
pub fn pages(root: &Path) -> anyhow::Result<PathBuf> {
    Ok(root.join(config(root)?.build.build_dir).join("html"))
}

/// Builds the pages from a book that was checked. Whatever goes wrong, the former pages stay as they were.
pub fn build(project: &Project, report: Report, pages: &Path) -> anyhow::Result<()> {
    let mut config = config(project.root())?;
    let staging = Staging::beside(pages, &project.root().join(&config.build.build_dir))?;
    config.build.build_dir = staging.folder().to_owned();
    let mut book = MDBook::load_with_config(project.root(), config)?;
    book.with_preprocessor(Listings::checked(project.clone(), Arc::new(report)));
    book.with_preprocessor(Admonish);
    book.with_renderer(Linkcheck);
    book.build()?;
    staging.publish(&book.build_dir_for("html"))
}

fn config(root: &Path) -> anyhow::Result<Config> {
    let mut config = Config::from_disk(root.join("book.toml")).context("cannot read book.toml")?;
    config.update_from_env()?;
    Ok(config)
}
