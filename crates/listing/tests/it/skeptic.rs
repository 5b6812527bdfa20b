//! The blocks of a chapter as skeptic's tests.

use std::fs;
use std::panic::catch_unwind;

use listing::{assert_outcome, doctest};

use crate::book::Book;

const CHAPTER: &str = "\
{{#listing jobs}}

{{#predict fails}}

{{#listing panics}}

{{#listing hangs}}

{{#listing old}}

{{#listing unstable}}

```rust,compile_fail,E0382
let jobs = String::new();
drop(jobs);
drop(jobs);
```

```text
no program
```
";

#[test]
fn every_block_becomes_a_test_with_a_template_where_skeptic_lacks_words() {
    let book = Book::new(&[
        ("examples/jobs.rs", "// ANCHOR: a\nfn main() {}\n// ANCHOR_END: a\n"),
        ("examples/fails/fails.rs", "//@ check-fail\nfn main() {\n    1 //~ ERROR E0308\n}\n"),
        ("examples/panics.rs", "//@ run-fail\nfn main() {\n    panic!();\n}\n"),
        ("examples/hangs.rs", "//@ hangs\nfn main() {}\n"),
        ("examples/editions/old.rs", "//@ edition: 2018\nfn main() {}\n"),
        ("examples/nightly/unstable.rs", "//@ nightly\n#![feature(negative_impls)]\nfn main() {}\n"),
        ("src/chapter.md", CHAPTER),
        ("src/part/no-programs.md", "Nothing to test.\n"),
    ]);
    let out = book.scratch();
    let written = doctest::write_chapters(&book.project(), &out).expect("the chapters can be expanded");
    assert_eq!(written, [out.join("chapter.md")], "a chapter without programs is no test");
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("chapter", fs::read_to_string(out.join("chapter.md")).unwrap());
        insta::assert_snapshot!("templates", fs::read_to_string(out.join("chapter.md.skt.md")).unwrap());
    });
}

#[test]
fn outcome_of_a_template_is_asserted() {
    let (fails, runs) = ("fn main() {\n    1\n}\n", "fn main() {}\n");
    let panics = "fn main() {\n    panic!(\"closed\");\n}\n";
    let word = "fn main() {\n    let async = 1;\n    assert_eq!(async, 1);\n}\n";
    let cases = [
        ("check-fail-2024-stable-E0308", fails, true),
        ("check-fail-2024-stable-E0382", fails, false),
        ("check-fail-2024-stable", fails, false),
        ("check-fail-2024-stable-E0308", runs, false),
        ("run-pass-2015-stable", word, true),
        ("run-pass-2018-stable", word, false),
        ("run-pass-2015-stable", panics, false),
        ("run-fail-2021-stable", panics, true),
        ("check-pass-2024-nightly", "#![feature(negative_impls)]\nfn main() {}\n", true),
        ("run-pass-2024-stable-tests", "#[test]\nfn holds() {}\n", true),
        ("run-pass-2024-stable-tests", "#[test]\nfn fails() {\n    panic!();\n}\n", false),
        ("check-pass-2024-stable", "#![feature(negative_impls)]\nfn main() {}\n", false),
    ];
    for (name, text, holds) in cases {
        assert_eq!(catch_unwind(|| assert_outcome(name, text)).is_ok(), holds, "{name}: {text}");
    }
}
