//! The preprocessor `admonish`: mdbook-admonish 1.20, which was made for mdBook 0.4, on mdBook 0.5.
//!
//! Delete this file, and the dependency `mdbook_0_4`, when a release of mdbook-admonish speaks mdBook 0.5's types. That is
//! its issue 233, <https://github.com/tommilligan/mdbook-admonish/issues/233>, and pull request 235. Then register
//! `mdbook_admonish::Admonish` in its place in [`super::build`], and in `crate::protocol`.
//!
//! Chapter by chapter: it gets a book of one chapter, so that a failure can name its file, and of its context only what
//! it reads. The rest of 0.5's context (nulls, and keys that 0.4 does not know) is what it fails on.
//!
//! It takes a misspelt directive for a title-less note. Here that is an error.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Context;
use listing::Problem;
use mdbook_0_4::book::{Book as Book04, BookItem as BookItem04, Chapter as Chapter04};
use mdbook_0_4::preprocess::{Preprocessor as _, PreprocessorContext as Context04};
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use serde_json::{Value, json};

use crate::problems::Refused;

/// The preprocessor.
pub struct Admonish;

impl Preprocessor for Admonish {
    fn name(&self) -> &str {
        "admonish"
    }

    fn run(&self, ctx: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let table: Value = ctx.config.get("preprocessor.admonish")?.unwrap_or_default();
        let known = directives(&table);
        let bridge = Bridge::new(table, &ctx.renderer)?;
        let (mut problems, mut result) = (Vec::new(), Ok(()));
        book.for_each_chapter_mut(|chapter| {
            let text = std::mem::take(&mut chapter.content);
            let file = ctx.config.book.src.join(chapter.source_path.clone().unwrap_or_default());
            problems.extend(unknown(&text, &known).iter().map(|info| problem(&ctx.root, &file, info, &known)));
            match bridge.convert(text).with_context(|| format!("in `{}`", file.display())) {
                Ok(text) => chapter.content = text,
                Err(error) => result = Err(error),
            }
        });
        Refused::unless_empty(problems)?;
        result.map(|()| book)
    }
}

/// What may follow `admonish`: what book.toml adds, and those of mdbook-admonish's own that the theme knows.
fn directives(table: &Value) -> BTreeSet<String> {
    let custom = table["directive"]["custom"].as_object();
    let custom = custom.into_iter().flat_map(|custom| custom.keys().cloned());
    custom.chain(["note", "warning"].map(String::from)).collect()
}

/// The info strings of admonish fences whose directive is not known.
fn unknown(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    let is_unknown = |info: &str| {
        let directive = info.strip_prefix("admonish").and_then(|rest| rest.split_whitespace().next());
        directive.is_some_and(|word| !word.contains('=') && !known.contains(word))
    };
    let fences = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => Some(info.to_string()),
        _ => None,
    });
    fences.filter(|info| is_unknown(info)).collect()
}

fn problem(root: &Path, file: &Path, info: &str, known: &BTreeSet<String>) -> Problem {
    // By now the listings are expanded; the author's line is the one on disk.
    let source = fs::read_to_string(root.join(file)).unwrap_or_default();
    let line = source.lines().position(|line| line.contains(info)).map_or(1, |index| index + 1);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Problem::new(file, line, format!("`{info}` is no directive")).help(format!("there are {}", known.join(", ")))
}

/// mdbook-admonish, for one renderer.
pub struct Bridge(Context04);

impl Bridge {
    /// `table` is `[preprocessor.admonish]`.
    pub fn new(table: Value, renderer: &str) -> Result<Self> {
        let context = json!({
            "root": "",
            "config": { "book": {}, "preprocessor": { "admonish": table } },
            "renderer": renderer,
            "mdbook_version": mdbook_0_4::MDBOOK_VERSION,
        });
        let context = serde_json::from_value(context).context("cannot tell mdbook-admonish its configuration")?;
        Ok(Bridge(context))
    }

    /// For a reader of Markdown: what is in a fence is opened, and keeps its line.
    pub fn opening(mut table: Value) -> Result<Self> {
        table["renderer"] = json!({ "opened": { "render_mode": "strip" } });
        Bridge::new(table, "opened")
    }

    /// Turns the admonish fences of a chapter into what the renderer gets.
    pub fn convert(&self, text: String) -> Result<String> {
        let mut book = Book04::new();
        book.push_item(Chapter04::new("", text, "", Vec::new()));
        match mdbook_admonish::Admonish.run(&self.0, book)?.sections.pop() {
            Some(BookItem04::Chapter(chapter)) => Ok(chapter.content),
            _ => unreachable!("a preprocessor returns the chapters it was given"),
        }
    }
}

#[cfg(test)]
mod tests {
    use mdbook_preprocessor::book::{BookItem, Chapter};
    use mdbook_preprocessor::config::Config;

    use super::*;

    const TABLE: &str = r##"
        [preprocessor.admonish]
        assets_version = "3.0.0"
        on_failure = "bail"
        [preprocessor.admonish.directive.custom.slip]
        icon = "slip.svg"
        color = "#000"
        title = "Where people slip"
        [preprocessor.admonish.renderer.test]
        render_mode = "strip"
        [output.html.search]
    "##;

    fn run(renderer: &str, book: Book) -> Result<Book> {
        let config: Config = TABLE.parse().unwrap();
        Admonish.run(&PreprocessorContext::new("/book".into(), config, renderer.into()), book)
    }

    fn chapter(name: &str, text: &str) -> Chapter {
        Chapter::new(name, text.into(), format!("{name}.md"), Vec::new())
    }

    /// One chapter through the bridge.
    fn convert(renderer: &str, text: &str) -> String {
        let book = Book::new_with_items(vec![chapter("one", text).into()]);
        run(renderer, book).unwrap().chapters().next().unwrap().content.clone()
    }

    #[test]
    fn fences_become_blocks() {
        let cases = [
            ("```admonish slip\nRead it twice.\n```\n", "admonish-slip\"", "Where people slip"),
            ("```admonish warning title=\"Two threads\"\nRead it twice.\n```\n", "admonish-warning\"", "Two threads"),
            ("```admonish note collapsible=true\nRead it twice.\n```\n", "<details", "<summary"),
            (
                "````admonish note\nRead it twice.\n```rust\nfn main() {}\n```\n````\n",
                "admonish-note",
                "\n```rust\nfn main() {}\n```\n",
            ),
            ("- a list\n\n  ```admonish note\n  Read it twice.\n  ```\n", "  <div id=", "\n  Read it twice."),
        ];
        for (text, first, second) in cases {
            let html = convert("html", text);
            assert!(html.contains(first) && html.contains(second) && html.contains("Read it twice."), "{text}: {html}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        let text = "# Title\n\n```rust\nfn main() {}\n```\n\n> quoted\n";
        assert_eq!(convert("html", text), text);
        assert_eq!(convert("markdown", "```admonish note\nx\n```\n"), "```admonish note\nx\n```\n");
    }

    #[test]
    fn stripping_keeps_the_line_numbers() {
        let text = "one\n\n````admonish note\n```rust\nfn main() {}\n```\n````\n\nnine\n";
        let stripped = convert("test", text);
        assert_eq!(stripped, "one\n\n\n```rust\nfn main() {}\n```\n\n\nnine\n");
        let table = json!({ "assets_version": "3.0.0" });
        assert_eq!(Bridge::opening(table).unwrap().convert(text.into()).unwrap(), stripped);
    }

    #[test]
    fn the_shape_of_the_book_is_kept() {
        let mut outer = chapter("outer", "```admonish note\nouter\n```\n");
        outer.number = Some(mdbook_preprocessor::book::SectionNumber::new(vec![1]));
        outer.sub_items = vec![chapter("inner", "```admonish note\ninner\n```\n").into()];
        let draft = Chapter::new_draft("draft", Vec::new());
        let items = vec![BookItem::PartTitle("Part".into()), outer.into(), BookItem::Separator, draft.into()];
        let before = Book::new_with_items(items);
        let mut after = run("html", before.clone()).unwrap();
        let texts: Vec<String> = after.chapters().map(|chapter| chapter.content.clone()).collect();
        assert!(texts[0].contains("\nouter\n") && texts[1].contains("\ninner\n"), "{texts:?}");
        assert!(texts.iter().all(|text| text.contains("admonish-note")), "{texts:?}");
        let mut originals = before.chapters().map(|chapter| chapter.content.clone()).collect::<Vec<_>>();
        originals.reverse();
        // Children come first in `for_each_chapter_mut`, parents first in `chapters`.
        after.for_each_chapter_mut(|chapter| chapter.content = originals.remove(0));
        assert_eq!(after, before);
    }

    #[test]
    fn a_fence_that_cannot_be_read_names_its_chapter() {
        for (fence, said) in [
            ("```admonish slpi", "`admonish slpi` is no directive"),
            ("```admonish note title=\"no end", "in `src/marker-traits.md`"),
        ] {
            let chapter = chapter("marker-traits", &format!("{fence}\nx\n```\n"));
            let result = run("html", Book::new_with_items(vec![chapter.into()])).map_err(|error| format!("{error:#}"));
            assert!(matches!(&result, Err(error) if error.contains(said)), "{result:?}");
        }
    }
}
