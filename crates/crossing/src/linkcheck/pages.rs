//! The built pages, and the ids that links can lead to.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of pages.
pub struct Pages {
    folder: PathBuf,
    read: HashMap<PathBuf, Option<Ids>>,
}

impl Pages {
    /// The pages in `folder`.
    pub fn new(folder: PathBuf) -> Self {
        Pages { folder, read: HashMap::new() }
    }

    /// Whether there is such a file.
    pub fn has(&self, file: &Path) -> bool {
        self.folder.join(file).is_file()
    }

    /// The ids on a page, or `None` where there is no such page.
    pub fn ids(&mut self, page: &Path) -> Option<&Ids> {
        let read = || {
            let is_page = page.extension().is_some_and(|extension| extension == "html");
            is_page.then(|| fs::read_to_string(self.folder.join(page)).ok()).flatten()
        };
        self.read.entry(page.to_owned()).or_insert_with(|| read().map(|html| Ids::of(&html))).as_ref()
    }
}

/// What fragments can lead to on one page.
#[derive(Debug, PartialEq, Eq)]
pub struct Ids {
    ids: BTreeSet<String>,
    /// Whether it holds the type explorer, whose questions are fragments as well.
    answers: bool,
}

/// How a fragment begins that asks the type explorer: `#type=Arc%3CT%3E`.
const QUESTION: &str = "type=";

impl Ids {
    /// Reads the ids from a page's HTML.
    pub fn of(html: &str) -> Self {
        let parts = html.split(" id=\"").skip(1);
        let ids = parts.filter_map(|part| part.split('"').next()).map(str::to_owned).collect();
        Ids { ids, answers: html.contains("<type-explorer>") }
    }

    /// Whether a fragment leads to one. A fragment may be percent-encoded, and so may an id of rustdoc's.
    pub fn contains(&self, fragment: &str) -> bool {
        let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
        let asks = self.answers && fragment.starts_with(QUESTION);
        asks || self.ids.contains(fragment) || self.ids.contains(&*decoded)
    }

    /// The id that looks most like a fragment that leads nowhere: one that begins alike.
    pub fn closest(&self, fragment: &str) -> Option<&str> {
        let alike = |id: &&String| id.chars().zip(fragment.chars()).take_while(|(a, b)| a == b).count();
        self.ids.iter().max_by_key(alike).filter(|id| alike(id) >= 3).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_from_html() {
        let ids = Ids::of("<h1 id=\"top\">x</h1><p class=\"a\" id=\"second\" data-id=\"third\">");
        assert!(ids.contains("top") && ids.contains("second") && !ids.contains("third"));
        let ids = Ids::of("<section id=\"impl-Send-for-Arc%3CT%3E\">");
        assert!(ids.contains("impl-Send-for-Arc%3CT%3E"));
    }

    #[test]
    fn a_question_leads_to_the_type_explorer_and_nowhere_else() {
        assert!(Ids::of("<type-explorer>").contains("type=Arc%3CT%3E"));
        assert!(!Ids::of("<type-explorer>").contains("typo=Arc%3CT%3E"));
        assert!(!Ids::of("<p id=\"top\">").contains("type=Arc%3CT%3E"));
    }

    #[test]
    fn the_closest_id_begins_alike() {
        let ids = Ids::of("<a id=\"the-four-corners\"><a id=\"the-promise\">");
        assert_eq!(ids.closest("the-four-corner"), Some("the-four-corners"));
        assert_eq!(ids.closest("other"), None);
    }
}
