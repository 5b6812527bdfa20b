//! What mdBook calls.

use serde_json::{Value, json};

use crate::fixture::Book;

/// What mdBook 0.5.4 writes to a preprocessor: `[context, book]`.
fn message(book: &Book, renderer: &str, chapters: &[&str]) -> String {
    let config: toml::Value = toml::from_str(&book.read("book.toml")).unwrap();
    let context = json!({
        "root": book.root(),
        "config": {
            "book": { "title": "Small", "authors": [], "description": null, "language": "en", "text-direction": null },
            "build": {}, "rust": {}, "preprocessor": config["preprocessor"], "output": config["output"],
        },
        "renderer": renderer,
        "mdbook_version": "0.5.4",
    });
    json!([context, self::book(book, chapters)]).to_string()
}

fn book(book: &Book, chapters: &[&str]) -> Value {
    let chapter = |name: &&str| {
        json!({ "Chapter": {
            "name": name, "content": book.read(&format!("src/{name}.md")), "number": null, "sub_items": [],
            "path": format!("{name}.md"), "source_path": format!("{name}.md"), "parent_names": [],
        }})
    };
    json!({ "items": chapters.iter().map(chapter).chain([json!("Separator")]).collect::<Vec<_>>() })
}

fn content(stdout: &str) -> String {
    let book: Value = serde_json::from_str(stdout).unwrap_or_else(|error| panic!("{error}: {stdout}"));
    assert_eq!(book["items"][1], "Separator");
    book["items"][0]["Chapter"]["content"].as_str().unwrap().to_owned()
}

#[test]
fn every_renderer_is_supported() {
    let book = Book::new();
    for name in ["listings", "admonish"] {
        for renderer in ["html", "test", "epub"] {
            let ran = book.run(&["preprocess", name, "supports", renderer]);
            assert_eq!((ran.status, ran.stdout.as_str()), (Some(0), ""), "{name} {renderer}");
        }
    }
}

#[test]
fn listings_makes_a_page_for_html_and_fences_for_others() {
    let book = Book::new();
    let ran = book.feed(&["preprocess", "listings"], &message(&book, "html", &["index"]));
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let page = content(&ran.stdout);
    assert!(page.contains("<figure class=\"listing\""), "{page}");
    let ran = book.feed(&["preprocess", "listings"], &message(&book, "test", &["index"]));
    let fences = content(&ran.stdout);
    assert!(
        fences.contains("```rust") && fences.contains("Rc::new(1)") && !fences.contains("class=\"listing\""),
        "{fences}"
    );
}

#[test]
fn listings_refuses_to_make_a_page_that_does_not_hold() {
    let book = Book::new();
    let line = book.add("src/index.md", "A `String: !Send`.");
    let ran = book.feed(&["preprocess", "listings"], &message(&book, "html", &["index"]));
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.contains(&format!("src/index.md:{line}")), "{}", ran.stderr);
}

#[test]
fn listings_refuses_helpers_that_name_nothing_for_any_renderer() {
    let book = Book::new();
    let line = book.add("src/index.md", "{{#listing nobody}}");
    let ran = book.feed(&["preprocess", "listings"], &message(&book, "test", &["index"]));
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.contains(&format!("src/index.md:{line}")), "{}", ran.stderr);
}

#[test]
fn admonish_makes_blocks_for_html() {
    let book = Book::new();
    let ran = book.feed(&["preprocess", "admonish"], &message(&book, "html", &["index"]));
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let page = content(&ran.stdout);
    assert!(page.contains("class=\"admonition admonish-note\"") && page.contains("{{#listing owner}}"), "{page}");
}

#[test]
fn linkcheck_reads_the_chapters_from_disk_and_the_headings_from_the_pages() {
    let book = Book::new();
    book.write("book/html/index.html", "");
    book.write("book/html/two.html", "<h2 id=\"a-heading\">");
    let message = |book: &Book| {
        json!({
            "version": "0.5.4", "root": book.root(), "book": self::book(book, &["index", "two"]),
            "config": { "book": {}, "output": { "html": {}, "linkcheck": {} } },
            "destination": book.path("book/linkcheck"),
        })
        .to_string()
    };
    let ran = book.feed(&["linkcheck"], &message(&book));
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
    book.write("book/html/two.html", "<h2 id=\"another-heading\">");
    let ran = book.feed(&["linkcheck"], &message(&book));
    assert_eq!(ran.status, Some(1));
    assert!(ran.stderr.contains("`two.html` has no `#a-heading`\n --> src/index.md:9\n"), "{}", ran.stderr);
}

#[test]
fn what_is_no_message_is_refused() {
    let ran = Book::new().feed(&["preprocess", "listings"], "hello");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
}
