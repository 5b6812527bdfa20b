//! Links to chapters that are not written yet.
//!
//! Authors link to them by the names they will have. On the page such a link is text, and says so, rather than a dead end.
//! The list is `to-come` in book.toml's `[output.linkcheck]`; the link checker asks that it shrinks. Delete this file when
//! the list is empty.

use std::collections::BTreeSet;

use mdbook_preprocessor::config::Config;
use mdbook_preprocessor::errors::Result;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::linkcheck::links;

/// The chapters to come, by their file's name in src/.
pub type ToCome = BTreeSet<String>;

/// Reads the list.
pub fn read(config: &Config) -> Result<ToCome> {
    Ok(config.get("output.linkcheck.to-come")?.unwrap_or_default())
}

/// The chapter that `href` leads to, if it is one to come.
pub fn names<'a>(to_come: &'a ToCome, href: &str) -> Option<&'a str> {
    let file = href.split('#').next().unwrap_or_default();
    to_come.get(file.strip_prefix("./").unwrap_or(file)).map(String::as_str)
}

/// Turns links to chapters to come into text.
pub fn unlink(text: &str, to_come: &ToCome) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    // The link that is open, and the words in it so far.
    let mut open: Option<(std::ops::Range<usize>, std::ops::Range<usize>)> = None;
    for (event, range) in Parser::new_ext(text, links::markdown()).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Link { dest_url, .. }), None) if names(to_come, &dest_url).is_some() => {
                open = Some((range.clone(), range.start..range.start));
            }
            (Event::End(TagEnd::Link), Some((link, words))) => {
                result.push_str(&text[at..link.start]);
                result.push_str("<span class=\"to-come\" title=\"This chapter is yet to come\">");
                result.push_str(&text[words.clone()]);
                result.push_str("</span>");
                at = link.end;
                open = None;
            }
            (_, Some((link, words))) => {
                let start = if words.start == link.start { range.start } else { words.start };
                *words = start..range.end.max(words.end);
            }
            _ => {}
        }
    }
    result.push_str(&text[at..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_chapters_to_come_become_text() {
        let to_come = ToCome::from(["mutex.md".to_owned()]);
        let span = |words| format!("<span class=\"to-come\" title=\"This chapter is yet to come\">{words}</span>");
        let cases = [
            ("See [locks](mutex.md).", format!("See {}.", span("locks"))),
            (
                "See [`Mutex` and *guards*](mutex.md#guards), then.",
                format!("See {}, then.", span("`Mutex` and *guards*")),
            ),
            (
                "| a |\n| - |\n| [one](mutex.md) [two](rc.md) |\n",
                format!("| a |\n| - |\n| {} [two](rc.md) |\n", span("one")),
            ),
            ("[over\ntwo lines](mutex.md)", span("over\ntwo lines")),
            ("[other](rc.md) `[code](mutex.md)`", "[other](rc.md) `[code](mutex.md)`".into()),
            ("```text\n[fence](mutex.md)\n```\n", "```text\n[fence](mutex.md)\n```\n".into()),
        ];
        for (text, expected) in cases {
            assert_eq!(unlink(text, &to_come), expected);
        }
    }
}
