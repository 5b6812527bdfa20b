//! What a reader changes, and what is kept of it.

use std::fs;

use serde_json::{Value, json};

use crate::figure::Figure;
use crate::page::{Page, TAB};

pub fn an_edit_is_kept_until_reset_and_the_original_stands_aside(page: &Page) {
    page.open("index.html");
    let listing = Figure::with_outcome(page, "check-fail");
    listing.rewrite("fn main() { println!(\"mine\"); }");
    for _ in 0..2 {
        let kept: String =
            page.eval_with("return document.querySelector(given).value", json!(listing.part("textarea")));
        assert_eq!(kept, "fn main() { println!(\"mine\"); }");
        assert_eq!(listing.texts(".line"), [""; 0], "the original is shown as if it were the reader's");
        let title: String = page.eval_with(
            "const title = document.querySelector(given); return title.textContent + getComputedStyle(title, '::after').content",
            json!(listing.part("[data-kind=compiler] .answer-title")),
        );
        assert!(title.contains("of the original program"), "{title}");
        page.open("index.html");
    }
    page.click(&listing.part(".listing-original > summary"));
    assert!(!listing.texts(".listing-original mark.span[data-primary]").is_empty(), "no span in the original");
    assert_eq!(listing.run().streams.get("standard output").map(|text| text.trim_end()), Some("mine"));
    listing.choose("Reset");
    assert_eq!(listing.texts("textarea, .listing-original"), [""; 0]);
    assert!(!listing.texts(".listing-source .line").is_empty());
    page.open("index.html");
    assert_eq!(listing.texts("textarea"), [""; 0], "it was kept in spite of Reset");
}

pub fn stop_ends_a_run_that_does_not_end(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::with_outcome(page, "run-pass");
    listing.rewrite("fn main() { loop { std::thread::park() } }");
    listing.start();
    listing.choose("Stop");
    let said = listing.trouble();
    assert!(said.notice.contains("Stopped."), "{said:?}");
    assert_eq!(listing.texts(".listing-tools .run").len(), 1, "Run is not back");
}

pub fn copy_takes_the_hidden_lines_along(page: &Page) {
    page.open("how-to-read.html");
    page.grant_clipboard();
    let listing = Figure::first(page, ":has(.listing-hidden-toggle)");
    listing.choose("Copy");
    let copied: String = page.wait("the clipboard", "return navigator.clipboard.readText()");
    let hidden: String = page
        .eval_with("return all(given).map((line) => line.textContent).join('')", json!(listing.part(".line.hidden")));
    assert!(copied.contains(hidden.lines().next().expect("a hidden line")) && copied.contains("fn main()"), "{copied}");
}

pub fn tests_are_listed_with_their_results(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::first(page, "[data-tests]");
    let panel = listing.run();
    assert!(panel.title.starts_with("all 2 tests pass"), "{panel:?}");
    assert_eq!(listing.texts(".test-list li").len(), 2);
    listing.rewrite("#[test]\nfn holds() {}\n\n#[test]\nfn fails() { panic!(\"too few\") }\n");
    let panel = listing.run();
    assert!(panel.title.starts_with("1 of 2 tests passes"), "{panel:?}");
    // They run at the same time, and are told of as they end.
    let items = listing.texts(".test-list li");
    assert!(items.iter().any(|item| item.starts_with("fails fails") && item.contains("too few")), "{items:?}");
    assert!(items.iter().any(|item| item.trim() == "holds passes"), "{items:?}");
}

pub fn the_front_page_leads_back_to_where_the_reader_was(page: &Page) {
    page.open("thread-boundary.html");
    page.eval::<()>("document.querySelectorAll('main h2')[2].scrollIntoView()");
    page.wait::<bool>("the place to be kept", "return localStorage.getItem('crossing:reading') !== null");
    page.open("index.html");
    let offered: (String, String) =
        page.eval("const link = document.querySelector('.front-left-off a'); return [words(link), new URL(link.href).pathname + new URL(link.href).hash]");
    assert_eq!(offered.0, "The thread boundary");
    assert!(offered.1.starts_with("/thread-boundary.html#"), "{offered:?}");
    let marks: Vec<String> = page.eval("return all('.reading-mark').filter(shown).map(words)");
    assert_eq!(marks, ["begun"]);
}

pub fn what_is_kept_can_be_exported_erased_and_brought_back(page: &Page) {
    let folder = tempfile::tempdir().expect("a folder");
    page.open("index.html");
    let listing = Figure::with_outcome(page, "check-fail");
    listing.rewrite("fn main() {}");
    page.open("your-data.html");
    let kept = || -> Vec<String> { page.eval("return all('crossing-data .kept li').filter(shown).map(words)") };
    let words = format!("your version of {}.rs", listing.name);
    assert_eq!(kept(), [words.as_str()]);

    page.downloads_to(folder.path());
    page.press_button("crossing-data", "Export");
    let file = folder.path().join("crossing-threads.json");
    page.wait_for("the exported file", || fs::read_to_string(&file).is_ok_and(|text| text.ends_with("}\n")));
    let exported: Value = serde_json::from_str(&fs::read_to_string(&file).expect("it is there")).expect("it is JSON");
    let entry = format!("edit:{}", listing.name);
    assert_eq!(exported, json!({ "book": "crossing-threads", "version": 1, "entries": { entry: "fn main() {}" } }));

    page.press_button("crossing-data", "Erase");
    assert_eq!(kept(), [words.as_str()], "one press is enough");
    page.press_button("crossing-data", "Erase all of it");
    assert_eq!(kept(), ["nothing"]);
    let left: Vec<String> = page.eval("return Object.keys(localStorage)");
    assert_eq!(left, [""; 0]);

    page.upload("crossing-data input[type=file]", &file);
    page.wait::<bool>(
        "the import",
        "return words(document.querySelector('crossing-data [role=status]')).startsWith('Imported 1 entry')",
    );
    assert_eq!(kept(), [words.as_str()]);
    let other = folder.path().join("other.json");
    fs::write(&other, r#"{"book": "another", "version": 1, "entries": {"edit:x": "y"}}"#).expect("a file");
    page.upload("crossing-data input[type=file]", &other);
    page.wait::<bool>(
        "the refusal",
        "return words(document.querySelector('crossing-data [role=status]')).includes('not exported from this book')",
    );
    assert_eq!(kept(), [words.as_str()]);
}

pub fn all_works_where_the_browser_keeps_nothing(page: &Page) {
    let _blocked = page.block_storage();
    page.open("how-to-read.html");
    page.console();
    let listing = Figure::with_outcome(page, "run-pass");
    listing.rewrite("fn main() { println!(\"still\"); }");
    assert_eq!(listing.run().streams.get("standard output").map(|text| text.trim_end()), Some("still"));
    page.open("your-data.html");
    let said: String = page.eval("return words(document.querySelector('crossing-data [role=status]'))");
    assert!(said.contains("keep nothing"), "{said}");
    page.open("index.html");
    assert!(page.eval::<bool>("return all('#mdbook-sidebar a[href]').some(shown)"), "no contents");
    assert_eq!(page.console(), [""; 0]);
}

pub fn a_page_served_at_home_says_what_a_run_is_held_to(page: &Page) {
    page.open("how-to-read.html");
    page.wait::<bool>("the limits", "return all('crossing-limits summary').some(shown)");
    let limits: Vec<String> = page.eval("return all('crossing-limits li').map(words)");
    assert!(limits.len() >= 8 && limits.iter().any(|limit| limit.contains("ends when its time is over")), "{limits:?}");
}

pub fn every_control_is_reached_by_keyboard_and_seen_to_be(page: &Page) {
    const HERE: &str = r#"
        const here = document.activeElement;
        if (!here || here === document.body) return null;
        const { outlineStyle, outlineWidth, opacity } = getComputedStyle(here);
        const seen = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || here.type === "checkbox";
        return [place(here), seen && opacity === "1"];
    "#;
    for path in ["index.html", "how-to-read.html", "your-data.html"] {
        page.open(path);
        let expected: usize = page.eval("return all('main .listing-tools button, main .listing-tools a, main input, main summary, crossing-data button').filter((control) => control.checkVisibility() && !control.disabled && !control.closest('details:not([open]) > :not(summary)')).length");
        let mut reached = 0;
        for _ in 0..400 {
            page.press(&[TAB]);
            let Some((place, seen)) = page.eval::<Option<(String, bool)>>(HERE) else { break };
            assert!(seen, "{path}: the focus on {place} is not seen");
            reached += usize::from(page.eval::<bool>("return document.activeElement.matches('main .listing-tools *, main input, main summary, crossing-data button')"));
        }
        assert!(reached >= expected && expected > 0, "{path}: {reached} of {expected} controls are reached");
    }
}
