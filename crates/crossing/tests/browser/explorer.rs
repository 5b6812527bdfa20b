//! The type explorer: an answer at each key, in the document for tests and tools.

use serde_json::json;

use crate::page::{ENTER, Page};

const PAGE: &str = "type-explorer.html";
/// Every key of an element's text, chosen.
const CONTROL_A: &str = "const input = document.querySelector('#explorer-input'); input.focus(); input.select();";

pub fn answers_at_each_key(page: &Page) {
    open(page, "");
    page.eval::<()>(CONTROL_A);
    page.write("Rc<u8>");
    assert_eq!(answer(page), ("no".to_owned(), "no".to_owned()));
    page.eval::<()>(CONTROL_A);
    for (typed, send, sync) in [
        ("Cell<u8", "unknown", "unknown"),
        (">", "yes", "no"),
        ("\u{e003}", "unknown", "unknown"),
        ("> where T: Send", "yes", "no"),
    ] {
        page.write(typed);
        assert_eq!(answer(page), (send.to_owned(), sync.to_owned()), "after `{typed}`");
    }
}

pub fn keeps_the_question_in_the_address(page: &Page) {
    open(page, "#type=Arc%3CT%3E");
    assert_eq!(answer(page), ("depends".to_owned(), "depends".to_owned()));
    page.eval::<()>(CONTROL_A);
    page.write("Mutex<Cell<u8>>");
    let hash: String = page.wait("the address", "return location.hash.includes('Mutex') && location.hash");
    assert_eq!(hash, "#type=Mutex%3CCell%3Cu8%3E%3E");
    page.eval::<()>("location.hash = '#type=%26Cell%3Cu8%3E'");
    let text: String = page.wait(
        "the question",
        "const { value } = document.querySelector('#explorer-input'); return value.startsWith('&') && value",
    );
    assert_eq!(text, "&Cell<u8>");
    assert_eq!(answer(page), ("no".to_owned(), "no".to_owned()));
}

pub fn opens_the_tree_where_the_trouble_is(page: &Page) {
    open(page, "#type=(Vec%3Cu8%3E%2C%20Arc%3CMutex%3CRc%3Cu8%3E%3E%3E)");
    let entries: Vec<String> = page.eval("return all('.explorer-tree')[0].innerText.split('\\n').filter(Boolean)");
    let leaf =
        entries.iter().any(|entry| entry.contains("Rc<u8> is not Send") && entry.contains("Rc<T> is never Send"));
    assert!(leaf, "the leaf is closed: {entries:?}");
    let closed: Vec<String> =
        page.eval("return all('.explorer-tree details:not([open]) > summary .explorer-name > code').map(words)");
    assert!(closed.contains(&"Vec<u8>".to_owned()), "what is no trouble is open: {closed:?}");
    let links: Vec<String> = page
        .eval("return all('.explorer-tree a').map((link) => new URL(link.href).pathname + new URL(link.href).hash)");
    assert!(links.contains(&"/truth-tables.html#std.rc.Rc".to_owned()), "{links:?}");
}

pub fn suggests_what_it_has_asked_itself(page: &Page) {
    open(page, "#type=Rc%3CRefCell%3Cu8%3E%3E");
    let first: String =
        page.wait("a suggestion", "return document.querySelector('.explorer-suggestions button')?.textContent");
    assert_eq!(first, "Arc<Mutex<u8>>");
    page.click(".explorer-suggestions button");
    assert_eq!(answer(page), ("yes".to_owned(), "yes".to_owned()));
}

pub fn offers_to_take_what_it_does_not_know(page: &Page) {
    open(page, "#type=Arc%3Cuuid%3A%3AUuid%3E");
    assert_eq!(answer(page), ("unknown".to_owned(), "unknown".to_owned()));
    page.focus(".explorer-choices button");
    page.press(&[ENTER]);
    assert_eq!(answer(page), ("yes".to_owned(), "yes".to_owned()));
    let pressed: Vec<String> = page.eval("return all('.explorer-choices [aria-pressed=true]').map(words)");
    assert_eq!(pressed, ["Send + Sync"]);
    let hash: String = page.eval("return decodeURIComponent(location.hash)");
    assert!(hash.ends_with("take=uuid::Uuid=Send + Sync"), "{hash}");
}

pub fn says_where_a_question_is_none(page: &Page) {
    open(page, "#type=Weak%3Cu8%3E");
    assert_eq!(answer(page), ("unknown".to_owned(), "unknown".to_owned()));
    let said: String = page.eval("return words(document.querySelector('#explorer-problem'))");
    assert!(said.contains("several types Weak") && said.contains("line 1, column 1"), "{said}");
    let invalid: bool = page.eval("return document.querySelector('#explorer-input').matches('[aria-invalid=true]')");
    assert!(invalid);
    page.click("#explorer-problem button:last-of-type");
    let text: String = page.eval("return document.querySelector('#explorer-input').value");
    assert_eq!(text, "sync::Weak<u8>");
    assert_eq!(answer(page), ("yes".to_owned(), "yes".to_owned()));
}

pub fn does_not_hang_on_hostile_input(page: &Page) {
    open(page, "");
    const GIVE: &str = "const input = document.querySelector('#explorer-input');
        const begin = performance.now();
        input.value = given[0].repeat(given[1]);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return [performance.now() - begin, words(document.querySelector('#explorer-problem'))];";
    for (text, times) in [("Vec<", 10_000), ("<", 10_000), ("&", 10_000), ("x", 1_000_000), ("Arc<", 4_900)] {
        let (milliseconds, said): (f64, String) = page.eval_with(GIVE, json!([text, times]));
        assert!(milliseconds < 2_000.0, "{times} times `{text}` took {milliseconds} ms");
        assert!(said.contains("deeper than") || said.contains("characters long"), "`{text}`: {said}");
    }
}

pub fn asks_rustc_and_shows_that_it_agrees(page: &Page) {
    for question in ["Arc%3CCell%3Cu8%3E%3E", "Arc%3CT%3E", "let%20a%3A%20Rc%3Cu8%3E%3B%20%7C%7C%20%26a"] {
        open(page, &format!("#type={question}"));
        page.click(".explorer-tools button");
        let said: String = page.wait(
            "rustc's answer",
            "const panel = document.querySelector('.explorer-asked'); return panel.dataset.agreement ? words(panel) : null",
        );
        assert!(said.starts_with("rustc 1.") && said.contains("agrees: Send"), "{question}: {said}");
    }
    let code: String =
        page.eval("return new URL(document.querySelector('.explorer-tools a').href).searchParams.get('code')");
    assert!(code.contains("let a: Rc<u8>") || code.contains("mut a: Rc<u8>"), "{code}");
}

/// The page with a question, as a link opens it.
#[track_caller]
fn open(page: &Page, fragment: &str) {
    page.open("index.html");
    page.open(&format!("{PAGE}{fragment}"));
    page.wait::<bool>("the explorer", "return document.querySelector('#explorer-answer')?.dataset.send !== undefined");
}

fn answer(page: &Page) -> (String, String) {
    page.eval("const { send, sync } = document.querySelector('#explorer-answer').dataset; return [send, sync]")
}
