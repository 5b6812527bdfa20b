//! The front page.

use serde::Deserialize;

use crate::figure::Figure;
use crate::page::Page;

pub fn shows_the_promise(page: &Page) {
    page.open("index.html");
    let promise: Vec<String> = page.eval("return all('.front-promise').filter(shown).map(words)");
    let [promise] = promise.as_slice() else { panic!("{promise:?}") };
    for word in ["Send", "Sync", "compiler"] {
        assert!(promise.contains(word), "no word of {word}: {promise}");
    }
    // Before anything else, and without scrolling.
    let bottom: f64 = page.eval("return document.querySelector('.front-promise').getBoundingClientRect().bottom");
    assert!(bottom < 780.0, "it ends {bottom} px down the page");
}

pub fn proves_it_with_two_programs_that_differ_in_one_line(page: &Page) {
    page.open("index.html");
    let (fails, runs) = (Figure::with_outcome(page, "check-fail"), Figure::with_outcome(page, "run-pass"));
    assert!(fails.text("[data-kind=compiler] pre").contains("cannot be sent between threads safely"));
    assert_eq!(runs.text("[data-kind=stdout] pre").trim_end(), page.book.snapshot(&runs.name, "stdout").trim_end());
    let (fails, runs) = (fails.texts(".line"), runs.texts(".line"));
    assert_eq!(fails.len(), runs.len());
    let differ: Vec<_> = fails.iter().zip(&runs).filter(|(fails, runs)| fails != runs).collect();
    assert_eq!(differ.len(), 1, "{differ:#?}");
}

pub fn opens_three_doors(page: &Page) {
    page.open("index.html");
    let doors: Vec<(String, Vec<String>)> = page.eval(
        "return all('.front-doors > section').filter(shown).map((door) =>
            [words(door.querySelector('h2')), all('p a', door).map((link) => link.href)])",
    );
    let names: Vec<&str> = doors.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Learn", "Look up", "Practice"]);
    for (name, links) in doors {
        assert!(!links.is_empty(), "{name} leads nowhere");
        assert!(
            links.iter().all(|link| link.starts_with(&page.book.origin)),
            "{name} leads out of the book: {links:?}"
        );
    }
}

#[derive(Debug, Deserialize)]
struct Entry {
    words: String,
    links: Vec<String>,
}

pub fn maps_every_chapter(page: &Page) {
    page.open("index.html");
    let entries: Vec<Entry> = page.eval(
        "return all('.front-map li').filter(shown).map((entry) =>
            ({ words: words(entry).replaceAll('’', \"'\"), links: all('a', entry).map((link) => link.pathname) }))",
    );
    let chapters: Vec<_> = page.book.chapters().into_iter().filter(|chapter| chapter.numbered).collect();
    assert!(chapters.len() >= 17, "{chapters:?}");
    for chapter in chapters {
        let title = chapter.title.replace('’', "'");
        let entry = entries.iter().find(|entry| entry.words == title);
        let entry = entry.unwrap_or_else(|| panic!("{title} is not on the map: {entries:#?}"));
        assert_eq!(entry.links.is_empty(), chapter.draft, "{chapter:?}: {entry:?}");
    }
}
