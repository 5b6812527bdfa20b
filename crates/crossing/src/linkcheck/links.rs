//! The links of a chapter, with their lines.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// A place that refers to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// The line, from 1.
    pub line: usize,
    /// How it is written.
    pub kind: Kind,
}

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `[words](href)`, `![words](href)`, `<href>`.
    Markdown,
    /// A link of Markdown, or a `see`, in a quiz.
    Quiz,
    /// `href="…"` or `src="…"` in the author's HTML.
    Html,
    /// `{{#include href}}`. Where the file is missing mdBook logs an error, and goes on.
    Include,
}

/// Markdown as mdBook reads it.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

/// All links of a chapter.
pub fn links(text: &str) -> Vec<Link> {
    let line_at = |at: usize| text[..at].matches('\n').count() + 1;
    let mut links = Vec::new();
    for (event, range) in Parser::new_ext(text, markdown()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(Link { href: dest_url.to_string(), line: line_at(range.start), kind: Kind::Markdown });
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                links.extend(attributes(&html).map(|(at, href)| Link {
                    href: href.to_owned(),
                    line: line_at(range.start + at),
                    kind: Kind::Html,
                }));
            }
            _ => {}
        }
    }
    links.extend(includes(text).map(|(at, href)| Link {
        href: href.to_owned(),
        line: line_at(at),
        kind: Kind::Include,
    }));
    links
}

/// The values of `href` and `src`, with their places.
fn attributes(html: &str) -> impl Iterator<Item = (usize, &str)> {
    ["href=\"", "src=\""].into_iter().flat_map(move |name| {
        html.match_indices(name).filter_map(move |(at, _)| {
            let is_whole = html[..at].ends_with(|c: char| c.is_ascii_whitespace());
            let value = html[at + name.len()..].split('"').next()?;
            (is_whole && !value.is_empty()).then_some((at, value))
        })
    })
}

/// The files of `{{#include file}}` and `{{#include file:anchor}}`, unless escaped by a backslash.
fn includes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const START: &str = "{{#include ";
    text.match_indices(START).filter_map(move |(at, _)| {
        let (inside, _) = text[at + START.len()..].split_once("}}")?;
        let file = inside.split(':').next()?.trim();
        (!text[..at].ends_with('\\')).then_some((at, file))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_with_their_lines() {
        let text = "# One [a](a.md#x)\n\n<figure>\n<img alt=\"\" src=\"b.png\">\n{{#include img/c.svg}}\n</figure>\n\n\
                    | t |\n| - |\n| ![d](d.png) |\n\nwords <a class=\"e\" href=\"e.html\">e</a> <https://f.org/>\n\n[g]\n\n[g]: g.md\n";
        let found: Vec<(usize, Kind, String)> =
            links(text).into_iter().map(|link| (link.line, link.kind, link.href)).collect();
        let expected = [
            (1, Kind::Markdown, "a.md#x"),
            (4, Kind::Html, "b.png"),
            (10, Kind::Markdown, "d.png"),
            (12, Kind::Html, "e.html"),
            (12, Kind::Markdown, "https://f.org/"),
            (14, Kind::Markdown, "g.md"),
            (5, Kind::Include, "img/c.svg"),
        ];
        assert_eq!(found, expected.map(|(line, kind, href)| (line, kind, href.to_owned())));
    }

    #[test]
    fn what_only_looks_like_a_link_is_none() {
        let cases = [
            "`[a](a.md)`",
            "```text\n[a](a.md) <a href=\"a.md\">\n```\n",
            "\\{{#include a.md}}",
            "<p data-href=\"a.md\">",
            "\\[a](a.md)",
        ];
        for text in cases {
            assert_eq!(links(text), [], "{text}");
        }
    }
}
