//! `check`, and wrong usage.

use serde_json::{Deserializer, Value};

use crate::fixture::Book;

#[test]
fn what_holds_is_one_line() {
    let ran = Book::new().run(&["check"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(ran.stdout.starts_with("all holds: 1 listing, 0 snippets, 0 diagnostics, 1 claim,"), "{}", ran.stdout);
    assert_eq!(ran.stdout.lines().count(), 1);
    assert!(ran.stderr.lines().count() <= 5 && ran.stderr.contains("checking"), "{}", ran.stderr);
}

#[test]
fn what_does_not_hold_is_told_like_rustc_would() {
    let book = Book::new();
    let line = book.add("src/two.md", "A `String: !Send`.");
    let ran = book.run(&["check"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(
        ran.stderr.contains("error: ") && ran.stderr.contains(&format!("\n --> src/two.md:{line}\n")),
        "{}",
        ran.stderr
    );
    assert!(ran.stdout.starts_with("1 problem: "), "{}", ran.stdout);
}

#[test]
fn json_is_one_document() {
    let book = Book::new();
    for (expected, problems) in [(0, 0), (1, 1)] {
        let ran = book.run(&["check", "--json"]);
        assert_eq!(ran.status, Some(expected), "{ran:?}");
        let documents: Vec<Value> = Deserializer::from_str(&ran.stdout).into_iter().collect::<Result<_, _>>().unwrap();
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0]["problems"].as_array().unwrap().len(), problems);
        assert_eq!(documents[0]["totals"]["listings"], 1);
        book.add("src/two.md", "A `String: !Send`.");
    }
}

#[test]
fn wrong_usage_is_told_apart() {
    let book = Book::new();
    for arguments in [&["chekc"][..], &["check", "--jsno"], &["preprocess", "other"], &["serve", "--port", "99999"]] {
        let ran = book.run(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{arguments:?}");
    }
}
