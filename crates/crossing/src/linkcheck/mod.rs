//! The renderer `linkcheck`: every link of the book leads somewhere, and no network is asked.
//!
//! Links are read from the chapters as their authors wrote them, so that a problem has their line. Files are checked by
//! mdbook-linkcheck2, fragments against the built pages, std's documentation against the toolchain's copy of it.

mod files;
pub mod links;
mod pages;
mod std_docs;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use listing::{Chapter, Problem};
use mdbook_renderer::errors::Result;
use mdbook_renderer::{RenderContext, Renderer};
use serde_json::Value;

use self::links::{Kind, Link};
use self::pages::Pages;
use self::std_docs::StdDocs;
use crate::book::admonish::Bridge;
use crate::problems::Refused;

/// The renderer. It writes nothing.
pub struct Linkcheck;

impl Renderer for Linkcheck {
    fn name(&self) -> &str {
        "linkcheck"
    }

    fn render(&self, ctx: &RenderContext) -> Result<()> {
        let sources = sources(ctx)?;
        let mut checker =
            Checker { pages: Pages::new(html(ctx)?), std_docs: StdDocs::of(&ctx.root)?, src: ctx.source_dir() };
        let mut problems = files::problems(&checker.src, &sources)?;
        for source in &sources {
            let links = links::links(&source.text).into_iter().chain(quiz_links(source));
            problems.extend(links.filter_map(|link| checker.problem(source, &link)));
        }
        if let Some(notice) = checker.std_docs.notice() {
            eprintln!("note: {notice}");
        }
        problems.sort();
        Ok(Refused::unless_empty(problems)?)
    }
}

/// The links of a chapter's questions, whose Markdown is in TOML.
fn quiz_links(source: &Source) -> impl Iterator<Item = Link> {
    let chapter = Chapter { path: source.path.clone(), text: source.text.clone() };
    chapter.questions_markdown().into_iter().flat_map(|(line, markdown)| {
        let links = links::links(&markdown).into_iter();
        links.map(move |link| Link { line: link.line + line - 1, kind: Kind::Quiz, ..link })
    })
}

/// A chapter as its author wrote it, with admonish fences opened: what is in them is Markdown too.
struct Source {
    /// Relative to src/.
    path: PathBuf,
    /// Relative to the book's root.
    file: PathBuf,
    text: String,
}

fn sources(ctx: &RenderContext) -> Result<Vec<Source>> {
    let table: Option<Value> = ctx.config.get("preprocessor.admonish")?;
    let bridge = table.map(Bridge::opening).transpose()?;
    let mut sources = Vec::new();
    for chapter in ctx.book.chapters() {
        let Some(path) = chapter.source_path.clone() else { continue };
        let file = ctx.config.book.src.join(&path);
        let on_disk = ctx.root.join(&file);
        let text = fs::read_to_string(&on_disk).with_context(|| format!("cannot read `{}`", on_disk.display()))?;
        let text = match &bridge {
            Some(bridge) => bridge.convert(text)?,
            None => text,
        };
        sources.push(Source { path, file, text });
    }
    Ok(sources)
}

/// The folder of the built pages: mdBook gives each renderer a folder beside the others'.
fn html(ctx: &RenderContext) -> Result<PathBuf> {
    let html = ctx.destination.with_file_name("html");
    anyhow::ensure!(
        html.is_dir(),
        "there are no pages in `{}`, and links to their headings cannot be checked\n\
         help: keep `[output.html]` in book.toml; mdBook runs it first",
        html.display()
    );
    Ok(html)
}

struct Checker {
    pages: Pages,
    std_docs: StdDocs,
    src: PathBuf,
}

impl Checker {
    fn problem(&mut self, source: &Source, link: &Link) -> Option<Problem> {
        let href = link.href.as_str();
        let fault = match href.strip_prefix(std_docs::SITE) {
            _ if link.kind == Kind::Include => self.include(source, href),
            Some(path) => self.std_docs.fault(path),
            None if is_elsewhere(href) => None,
            None => self.page(source, link),
        };
        fault.map(|fault| Problem::new(&source.file, link.line, fault.message).help(fault.help))
    }

    fn include(&self, source: &Source, href: &str) -> Option<Fault> {
        let is_there = self.src.join(&source.path).with_file_name(href).is_file();
        (!is_there).then(|| Fault::new(format!("no file `{href}` to include"), "name it relative to the chapter"))
    }

    /// A link to a page of the book. Whether Markdown's lead to a file, `files` looks after.
    fn page(&mut self, source: &Source, link: &Link) -> Option<Fault> {
        let href = link.href.as_str();
        let (file, fragment) = href.split_once('#').map_or((href, None), |(file, fragment)| (file, Some(fragment)));
        let is_html = link.kind == Kind::Html;
        if href.starts_with('/') {
            let message = format!("the link `{href}` leads out of a book that is published in a folder");
            return Some(Fault::new(message, "write it relative to the chapter, without the first `/`"));
        }
        let page = page(&source.path, file);
        if (is_html || link.kind == Kind::Quiz) && !self.pages.has(&page) {
            let help = "src/SUMMARY.md names the chapters; other files are named relative to the chapter";
            return Some(Fault::new(format!("the link `{href}` leads to no page"), help));
        }
        let (fragment, ids) = (fragment?, self.pages.ids(&page)?);
        let help = ids.closest(fragment).map_or_else(
            || "give the heading an id, `## Heading {#id}`".to_owned(),
            |near| format!("did you mean `#{near}`?"),
        );
        (!ids.contains(fragment)).then(|| Fault::new(format!("`{}` has no `#{fragment}`", page.display()), help))
    }
}

/// Why a link leads nowhere, and the way out.
#[derive(Debug)]
struct Fault {
    message: String,
    help: String,
}

impl Fault {
    fn new(message: String, help: impl Into<String>) -> Self {
        Fault { message, help: help.into() }
    }
}

/// Whether a link has a scheme, as in `https:` and `mailto:`, or names a host.
fn is_elsewhere(href: &str) -> bool {
    let scheme = href.split_once(':').map(|(scheme, _)| scheme);
    href.starts_with("//")
        || scheme.is_some_and(|scheme| scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)))
}

/// The built file that a link from the chapter at `from` leads to.
fn page(from: &Path, file: &str) -> PathBuf {
    let target = if file.is_empty() { from.to_owned() } else { from.with_file_name(file) };
    if target.extension().is_some_and(|extension| extension == "md") { target.with_extension("html") } else { target }
}
