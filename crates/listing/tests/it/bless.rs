//! What `bless` writes, and when it writes nothing.

use listing::Error;

use crate::book::{Book, assert_problems};

const PRINTS: &str = "fn main() {\n    println!(\"3 jobs\");\n}\n";
const EXITS: &str = "fn main() {\n    std::process::exit(3);\n}\n";

fn refused(result: Result<Vec<std::path::PathBuf>, Error>) -> Vec<listing::Problem> {
    match result {
        Err(Error::NotBlessed(problems)) => problems,
        other => panic!("this may not be blessed: {other:?}"),
    }
}

#[test]
fn bless_writes_what_is_missing_replaces_what_changed_and_removes_what_is_silent() {
    let book = Book::new(&[
        ("examples/missing.rs", PRINTS),
        ("examples/changed.rs", PRINTS),
        ("examples/changed.stdout", "2 jobs\n"),
        ("examples/silent.rs", "fn main() {}\n"),
        ("examples/silent.stdout", "2 jobs\n"),
        ("examples/same.rs", PRINTS),
        ("examples/same.stdout", "3 jobs\n"),
    ]);
    let written = book.bless(&[]).expect("all outcomes hold");
    let written: Vec<String> = written.iter().map(|file| file.display().to_string()).collect();
    assert_eq!(written, ["examples/changed.stdout", "examples/missing.stdout", "examples/silent.stdout"]);
    assert_eq!(book.read("examples/missing.stdout").as_deref(), Some("3 jobs\n"));
    assert_eq!(book.read("examples/changed.stdout").as_deref(), Some("3 jobs\n"));
    assert_eq!(book.read("examples/silent.stdout"), None);
    assert_problems(&book.check().problems, &[]);
    assert!(book.bless(&[]).expect("all outcomes hold").is_empty(), "there is nothing left to accept");
}

#[test]
fn bless_of_one_name_leaves_the_others() {
    let book = Book::new(&[("examples/jobs.rs", PRINTS), ("examples/meters.rs", PRINTS), ("examples/exits.rs", EXITS)]);
    book.bless(&["jobs"]).expect("what is named holds");
    assert!(book.read("examples/jobs.stdout").is_some());
    assert!(book.read("examples/meters.stdout").is_none());
}

/// A book's files, where the problem is, and what it says.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

#[test]
fn bless_writes_nothing_where_anything_in_its_scope_fails() {
    let cases: [Case<'_>; 5] = [
        (&[("examples/exits.rs", EXITS)], "examples/exits.rs:1", "exits with status 3"),
        (&[("examples/typo.rs", "//@ run-pas\nfn main() {}\n")], "examples/typo.rs:1", "unknown directive"),
        (
            &[("examples/fails/none.rs", "//@ check-fail\nfn main() {} //~ ERROR E0308\n")],
            "examples/fails/none.rs:1",
            "compiles",
        ),
        (
            &[("examples/fails/other.rs", "//@ check-fail\nfn main() { 1 } //~ ERROR E0277\n")],
            "examples/fails/other.rs:2",
            "error",
        ),
        (
            &[("examples/varies.rs", "fn main() {\n    println!(\"{}\", std::process::id());\n}\n")],
            "examples/varies.rs:1",
            "same",
        ),
    ];
    for (files, place, message) in cases {
        let book = Book::new(files);
        book.write("examples/jobs.rs", PRINTS);
        let before = book.tree();
        let problems = refused(book.bless(&[]));
        assert_eq!(before, book.tree(), "nothing is written");
        let first = &problems[0];
        assert_eq!(format!("{}:{}", first.file.display(), first.line), place);
        assert!(first.message.contains(message), "{first}");
    }
}

#[test]
fn bless_of_an_unknown_name_says_so_and_writes_nothing() {
    let book = Book::new(&[("examples/jobs.rs", PRINTS)]);
    let before = book.tree();
    let error = book.bless(&["jobs", "meters"]).expect_err("there is no `meters`").to_string();
    assert!(error.starts_with("no listing is named `meters`\nhelp:"), "{error}");
    assert_eq!(before, book.tree(), "nothing is written");
}

#[test]
fn another_compiler_suspends_the_words_and_nothing_else() {
    let fails = "//@ check-fail\nfn main() {\n    undo(); //~ ERROR E0425\n}\n";
    let book = Book::blessed(&[("examples/fails/jobs.rs", fails), ("examples/prints.rs", PRINTS)]);
    book.write("examples/fails/jobs.stderr", "error[E0425]: in an older compiler's words\n");
    book.write(
        "src/chapter.md",
        "{{#listing jobs}}\n\n{{#listing prints}}\n\nIt said `error[E0425]: in older words`.\n",
    );
    assert_eq!(book.check().problems.len(), 2, "with the pinned compiler the words are compared");

    book.pin("1.94.0");
    let report = book.check();
    assert_problems(&report.problems, &[]);
    assert_eq!(report.notices.len(), 1);
    let notice = &report.notices[0];
    assert!(notice.contains(&format!("rustc {}", report.rustc)) && notice.contains("1.94.0"), "{notice}");
    assert!(notice.contains("are not compared"), "{notice}");

    // Bless would put one compiler's words under another's name.
    let before = book.tree();
    let problems = refused(book.bless(&[]));
    assert_problems(
        &problems,
        &[("rust-toolchain.toml:1", "may not write snapshots: the book shows 1.94.0", "channel")],
    );
    assert_eq!(before, book.tree(), "nothing is written");

    // Outcomes, codes and output are held as ever.
    book.write("examples/fails/jobs.rs", &fails.replace("E0425", "E0277"));
    book.write("examples/prints.rs", "fn main() {\n    println!(\"4 jobs\");\n}\n");
    assert_problems(
        &book.check().problems,
        &[
            ("examples/fails/jobs.rs:3", "`//~ ERROR E0277` expects an error", "drop the annotation"),
            ("examples/fails/jobs.rs:3", "an error that no annotation expects", "E0425"),
            ("examples/prints.stdout:1", "`prints` no longer says what its snapshot holds", "bless prints"),
        ],
    );
}
