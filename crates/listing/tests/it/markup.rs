//! What a chapter becomes: on the page, and for rustdoc.

use listing::{Chapter, Target, expand};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::book::{Book, rustc};

const COUNTER: &str = "\
use std::rc::Rc;
use std::thread;

// ANCHOR: spawned
fn main() {
    let counter = Rc::new(0);

    // Both count. & < > \"
    let worker = thread::spawn(move || {
        println!(\"{counter}\");
    });

// ANCHOR_END: spawned
    worker.join().unwrap();
}
";

/// The page of `chapter`, in a book of `files` whose words are accepted.
fn page(files: &[(&str, &str)], chapter: &str) -> String {
    let book = Book::new(files);
    book.write("src/chapter.md", chapter);
    book.bless(&[]).unwrap_or_else(|error| panic!("{error}"));
    let report = book.check();
    assert!(report.problems.is_empty(), "{:#?}", report.problems);
    let page =
        expand(&book.project(), &parsed(chapter), Target::Page(&report)).unwrap_or_else(|error| panic!("{error}"));
    assert_markdown_leaves_listings_alone(&page);
    page
}

fn parsed(chapter: &str) -> Chapter {
    Chapter { path: "chapter.md".into(), text: chapter.to_owned() }
}

/// The chapter as rustdoc's fences.
fn fences(files: &[(&str, &str)], chapter: &str) -> String {
    let book = Book::new(files);
    expand(&book.project(), &parsed(chapter), Target::Rustdoc).unwrap_or_else(|error| panic!("{error}"))
}

/// Every listing is whole blocks of HTML: no line of it is Markdown.
#[track_caller]
fn assert_markdown_leaves_listings_alone(page: &str) {
    let mut html = String::new();
    for (event, range) in Parser::new_ext(page, Options::all()).into_offset_iter() {
        match event {
            Event::Html(_) => html.push_str(&page[range]),
            Event::InlineHtml(tag) => assert!(!tag.contains("listing"), "a listing's tag in a paragraph: {tag}"),
            Event::Code(_) | Event::Text(_) => assert!(!page[range.clone()].contains("listing-"), "{}", &page[range]),
            _ => {}
        }
    }
    let listings = page.matches("<crossing-listing>").count();
    assert!(listings > 0, "there is a listing on the page");
    assert_eq!(html.matches("<crossing-listing>").count(), listings);
    assert_eq!(html.matches("</crossing-listing>").count(), listings);
    for listing in page.split("<crossing-listing>").skip(1) {
        let listing = listing.split("</crossing-listing>").next().unwrap_or_default();
        assert!(!listing.contains("\n\n"), "an empty line ends a block of HTML");
        let in_margin = |line: &&str| html.contains(line.trim_start_matches([' ', '>']));
        assert!(listing.lines().all(|line| in_margin(&line)), "nothing in between is Markdown");
    }
}

/// Whether the words are those of the compiler whose pages the snapshots are.
fn has_the_snapshots_words() -> bool {
    let release = rustc().release;
    let same = release == "1.95.0";
    if !same {
        eprintln!("skipped: these pages are rustc 1.95.0's, and here is {release}");
    }
    same
}

macro_rules! assert_page {
    ($name:literal, $files:expr, $chapter:expr) => {
        let page = page($files, $chapter);
        if has_the_snapshots_words() {
            insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($name, page) });
        }
    };
}

#[test]
fn failing_listing_shows_spans_labels_and_the_compilers_words() {
    let source = COUNTER.replace("move || {", "move || { //~ ERROR E0277");
    assert_page!(
        "failing_listing",
        &[("examples/fails/counter.rs", &format!("//@ check-fail\n{source}"))],
        "{{#listing counter}}\n"
    );
}

#[test]
fn lines_outside_of_the_anchor_are_hidden_but_for_those_that_are_blamed() {
    let source = COUNTER.replace("Rc::new(0);", "Rc::new(0); let shown: u8 = \"\";").replace("}\n", "} \n");
    let source = source.replace("    worker.join().unwrap();", "    worker.join().unwrap(); //~ ERROR E0599");
    let source = source
        .replace("let worker = thread::spawn", "let worker = std::mem::drop")
        .replace("let shown: u8 = \"\";", "");
    assert_page!(
        "hidden_lines",
        &[("examples/fails/counter.rs", &format!("//@ check-fail\n{source}"))],
        "Before.\n\n{{#listing counter spawned}}\n\nAfter.\n"
    );
}

#[test]
fn predict_keeps_everything_that_tells_in_the_answer() {
    let source = COUNTER.replace("move || {", "move || { //~ ERROR E0277");
    let files = [("examples/fails/counter.rs", &*format!("//@ check-fail\n{source}"))];
    let page = page(&files, "{{#predict counter spawned}}\n");
    let (question, answer) = page.split_once("<details").expect("the answer can be opened");
    for telling in ["check-fail", "E0277", "does not compile", "<mark", "cannot be sent", "fails"] {
        assert!(!question.contains(telling), "`{telling}` gives the answer away");
        assert!(answer.contains(telling) || telling == "fails", "`{telling}` is the answer");
    }
    assert_page!("predict", &files, "{{#predict counter spawned}}\n");
}

#[test]
fn output_and_errors_of_a_run_are_told_apart() {
    let source = "//@ run-fail\nfn main() {\n    println!(\"<b>1</b>\\n\\n2 & 3\");\n    eprintln!(\"*four*\");\n    panic!(\"`five`\");\n}\n";
    assert_page!("output_and_errors", &[("examples/jobs.rs", source)], "{{#listing jobs}}\n");
}

#[test]
fn overlapping_and_multiline_spans_never_cross() {
    let source = "\
//@ check-fail
fn main() {
    let mut jobs = vec![String::new()];
    let first = &jobs[0];
    jobs.push( //~ ERROR E0502
        first.clone(),
    );
    drop(first);
    let lent = &mut jobs; //~ ERROR E0597
    std::thread::spawn(|| {
        lent
            .clear();
    });
}
";
    assert_page!("overlapping_spans", &[("examples/fails/jobs.rs", source)], "{{#listing jobs}}\n");
}

#[test]
fn second_use_of_a_listing_has_an_id_of_its_own() {
    let chapter = "{{#listing jobs}}\n\n{{#predict jobs}}\n\n```rust\nlet x = 1;\n# assert!(x > 0);\n```\n\n```rust\nfn main() {}\n```\n";
    let page = page(&[("examples/jobs.rs", "fn main() {}\n")], chapter);
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["listing-jobs", "listing-jobs-2", "listing-snippet", "listing-snippet-2"]);
    assert!(
        page.ends_with("<footer class=\"page-proof\">1 listing, 2 snippets, checked with rustc 1.95.0</footer>\n")
            || !has_the_snapshots_words()
    );
}

#[test]
fn snippet_shows_its_own_lines_and_hides_what_makes_it_a_program() {
    let chapter = "\
```rust
# use std::rc::Rc;
#
let counter = Rc::new(1);

## not hidden
assert_eq!(Rc::strong_count(&counter), 1);
```
";
    let chapter = chapter.replace("## not hidden\n", "");
    assert_page!("snippet", &[], &chapter);
}

#[test]
fn claim_is_marked_wherever_it_stands() {
    let chapter = "\
# `Rc<u8>: !Send` & more

| type | claim |
| --- | --- |
| `Rc` | `Rc<u8>: !Send + !Sync` |
| `fn` | `fn(&u8) -> *const u8: Send + Sync` |

- *`[Cell<u8>; 3]: Send + !Sync`*, [`&'a T: Send where T: Sync + ?Sized`](https://doc.rust-lang.org/std/)
- `Rc<u8>: Clone`, and no claims: `T: Send`, `a | b`, `Rc<u8>`

```admonish note
`Arc<Vec<_>>`, `Arc<Mutex<i32>>: Send`
```

{{#listing jobs}}
";
    assert_page!("claims", &[("examples/jobs.rs", "fn main() {}\n")], chapter);
}

#[test]
fn listing_is_a_block_of_its_own_wherever_it_stands() {
    let cases = [
        ("Before.\n{{#listing jobs}}\n*After.*\n", 2),
        ("Before.\n```rust\nfn main() {}\n```\n*After.*\n", 2),
        ("- Before.\n\n  {{#listing jobs}}\n\n  *After.*\n- Last.\n", 3),
        ("- ```rust\n  fn main() {}\n  ```\n\n  *After.*\n\n- Last.\n", 2),
        ("> Before.\n>\n> ```rust\n> fn main() {}\n> ```\n>\n> *After.*\n", 2),
    ];
    for (chapter, paragraphs) in cases {
        let chapter = format!("{chapter}\n<!-- -->\n\n{{{{#listing jobs}}}}\n");
        let page = page(&[("examples/jobs.rs", "fn main() {}\n")], &chapter);
        let count = |text: &str| Parser::new(text).filter(|event| *event == Event::Start(Tag::Paragraph)).count();
        let items = |text: &str| Parser::new(text).filter(|event| matches!(event, Event::Start(Tag::List(_)))).count();
        assert_eq!(count(&page), paragraphs, "{page}");
        assert_eq!(items(&page), items(&chapter), "a listing splits no list: {page}");
        assert!(Parser::new(&page).any(|event| event == Event::Text("After.".into())), "{page}");
    }
}

#[test]
fn rustdoc_gets_fences_with_its_own_words() {
    let chapter = "\
{{#listing counter spawned}}

{{#predict fails}}

{{#listing panics}}

{{#listing hangs}}

{{#listing old}}

{{#listing unstable}}

```rust,should_panic
panic!();
```

`Rc<u8>: !Send`
";
    let hash = "fn main() {\n    let text = \"\n# not hidden\n## nor this\n\";\n    drop(text);\n}\n";
    let files = [
        ("examples/counter.rs", COUNTER),
        (
            "examples/fails/fails.rs",
            "//@ check-fail\nfn main() {\n    1 //~ ERROR E0308\n    + \"\" //~ ERROR expected\n}\n",
        ),
        ("examples/panics.rs", "//@ run-fail\nfn main() {\n    panic!();\n}\n"),
        ("examples/hangs.rs", &format!("//@ hangs\n{hash}")),
        ("examples/editions/old.rs", "//@ edition: 2018\nfn main() {}\n"),
        ("examples/nightly/unstable.rs", "//@ nightly\n#![feature(negative_impls)]\nfn main() {}\n"),
    ];
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("fences", fences(&files, chapter));
    });
}

#[test]
fn chapter_that_cannot_be_expanded_says_why() {
    let book = Book::new(&[("src/chapter.md", "{{#listing jobs}}\n\n```rust,ignore\n```\n")]);
    let report = book.check();
    for target in [Target::Rustdoc, Target::Skeptic, Target::Page(&report)] {
        let chapter = parsed(&book.read("src/chapter.md").unwrap());
        let error = expand(&book.project(), &chapter, target).expect_err("there is no `jobs`").to_string();
        assert!(
            error.contains("no listing is named `jobs`\n --> src/chapter.md:1") && error.contains("`ignore`"),
            "{error}"
        );
    }
}
