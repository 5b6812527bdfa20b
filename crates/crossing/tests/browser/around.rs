//! What is around a chapter: the contents at its side, and search.

use crate::page::Page;

pub fn the_sidebar_names_every_chapter(page: &Page) {
    page.open("index.html");
    // Without the numbers.
    let entries: Vec<(String, bool)> = page.eval(
        "return all('#mdbook-sidebar .chapter-link-wrapper > :is(a, span)').filter(shown).map((name) =>
            [words(name.lastChild).replaceAll('’', \"'\"), name.matches('a[href]')])",
    );
    let chapters = page.book.chapters();
    assert!(chapters.iter().any(|chapter| !chapter.draft), "{chapters:?}");
    for chapter in chapters {
        let title = chapter.title.replace('’', "'");
        let entry = entries.iter().find(|(name, _)| *name == title);
        let (_, is_link) = entry.unwrap_or_else(|| panic!("{title} is not in the sidebar: {entries:?}"));
        assert_eq!(*is_link, !chapter.draft, "{chapter:?}");
    }
}

pub fn search_finds_what_the_compiler_says(page: &Page) {
    const WORDS: &str = "cannot be sent between threads safely";
    page.open("index.html");
    page.write("/");
    page.wait::<bool>("the search field", "return document.activeElement.id === 'mdbook-searchbar'");
    page.write(WORDS);
    page.wait::<bool>("results", "return all('#mdbook-searchresults a[href]').some(shown)");
    page.click("#mdbook-searchresults a[href]");
    page.wait::<bool>(
        "the page found",
        "return location.search.includes('highlight') && document.readyState === 'complete'",
    );
    let text: String = page.eval("return words(document.querySelector('main'))");
    assert!(text.contains(WORDS), "the first result is a page without these words");
    // It leads to the place, and marks the words there.
    let marked: Vec<String> = page.eval("return all('main mark[data-markjs]').filter(shown).map(words)");
    assert!(marked.iter().any(|mark| mark.contains("threads")), "{marked:?}");
}
