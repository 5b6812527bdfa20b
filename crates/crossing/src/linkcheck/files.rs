//! Markdown links to files of the book, by mdbook-linkcheck2 and its engine, linkcheck2.
//!
//! Their parts, not mdbook-linkcheck2's `validate`: that builds an HTTP client even if it may follow no link, and panics
//! on a system without root certificates. So nothing here can reach a network. Its messages are made ours as well, with
//! the file as it is named from the book's root.

use std::path::{Path, PathBuf};

use anyhow::Context;
use linkcheck2::validation::{Options, resolve_link};
use linkcheck2::{Category, Link};
use listing::Problem;
use mdbook_linkcheck2::{Config, extract_links, load_files_into_memory};
use mdbook_renderer::book::{Book, Chapter};
use mdbook_renderer::errors::Result;

use super::{Fault, Source};

/// The links that lead to no file in `src`.
pub fn problems(src: &Path, sources: &[Source]) -> Result<Vec<Problem>> {
    let mut files = Default::default();
    let (_, ids) = load_files_into_memory(&book(sources), &mut files, |_| true);
    let (links, incomplete) = extract_links(&Config::default(), ids.iter().copied(), &files);
    let src = src.canonicalize().with_context(|| format!("cannot read `{}`", src.display()))?;
    let options = Options::new().with_root_directory(&src)?.set_alternate_extensions(NO_OTHERS);

    let problem = |file, at: usize, fault: Fault| {
        let source =
            &sources[ids.iter().position(|id| *id == file).expect("links are in the files they were read from")];
        let line = source.text[..at].matches('\n').count() + 1;
        Problem::new(&source.file, line, fault.message).help(fault.help)
    };
    let fault_of = |link: &Link| {
        let from = src.join(Path::new(files.name(link.file)));
        if link.href.starts_with('/') { None } else { fault(link, from.parent()?, &options, sources) }
    };
    let mut problems = Vec::new();
    for link in &links {
        problems.extend(fault_of(link).map(|fault| problem(link.file, link.span.start().to_usize(), fault)));
    }
    for link in &incomplete {
        let name = &link.reference;
        let help = format!("add `[{name}]: where-to.md`, or write `\\[{name}]` if it is no link");
        let fault = Fault::new(format!("the link `[{name}]` has no target"), help);
        problems.push(problem(link.file, link.span.start().to_usize(), fault));
    }
    Ok(problems)
}

/// A link to `chapter.html` is refused: only `chapter.md` can be followed in an editor as well.
const NO_OTHERS: [(&str, [&str; 0]); 0] = [];

fn book(sources: &[Source]) -> Book {
    let chapter = |source: &Source| Chapter::new("", source.text.clone(), source.path.clone(), Vec::new()).into();
    Book::new_with_items(sources.iter().map(chapter).collect())
}

fn fault(link: &Link, folder: &Path, options: &Options, sources: &[Source]) -> Option<Fault> {
    let Some(Category::FileSystem { path, .. }) = link.category() else { return None };
    let href = &link.href;
    match resolve_link(folder, &path, options) {
        Ok(file) if is_left_out(&file, options, sources) => Some(Fault::new(
            format!("the link `{href}` leads to a file that is no chapter"),
            "add it to src/SUMMARY.md",
        )),
        Ok(_) => None,
        Err(reason) if reason.file_not_found() => {
            let help = "files are named relative to the chapter, chapters as `name.md`";
            Some(Fault::new(format!("the link `{href}` leads to no file"), help))
        }
        Err(_) => Some(Fault::new(format!("the link `{href}` leads out of src/"), "link to where it is on the web")),
    }
}

/// Whether a Markdown file of src/ has no page.
fn is_left_out(file: &Path, options: &Options, sources: &[Source]) -> bool {
    let relative: Option<PathBuf> =
        options.root_directory().and_then(|src| Some(file.strip_prefix(src).ok()?.to_owned()));
    relative.is_some_and(|file| {
        file.extension().is_some_and(|extension| extension == "md") && sources.iter().all(|source| source.path != file)
    })
}
