//! What is wrong with a book is found, and named with file, line and a way out.

use crate::book::{Book, assert_problems, check};

const RUNS: &str = "fn main() {}\n";
const SENDS_RC: &str = "\
//@ check-fail
use std::rc::Rc;

fn main() {
    let session = Rc::new(1);
    std::thread::spawn(move || drop(session)); //~ ERROR E0277
}
";

#[test]
fn header_that_cannot_be_read_is_named_with_what_it_may_be() {
    let cases = [
        ("//@ run-pas\nfn main() {}\n", 1, "unknown directive `//@ run-pas`", "did you mean `//@ run-pass`?"),
        ("//@ chek-fail\nfn main() {}\n", 1, "unknown directive `//@ chek-fail`", "did you mean `//@ check-fail`?"),
        ("//@ compile-flags: -O\nfn main() {}\n", 1, "unknown directive", "known directives: run-pass, run-fail"),
        (
            "//@ edition: 2019\nfn main() {}\n",
            1,
            "unknown directive `//@ edition: 2019`",
            "did you mean `//@ edition`?",
        ),
        ("//@ width: 39\nfn main() {}\n", 1, "unknown directive `//@ width: 39`", "width: 90"),
        ("//@ nightly: yes\nfn main() {}\n", 1, "unknown directive `//@ nightly: yes`", "nightly"),
        ("//@ run-pass\n//@ run-fail\nfn main() {}\n", 2, "second outcome", "one outcome"),
        ("fn main() {}\n//@ run-fail\n", 2, "stands below the program's first line", "come first"),
    ];
    for (source, line, message, help) in cases {
        let unread = ("src/chapter.md:1", "the listing `jobs` cannot be read", "examples/jobs.rs");
        check(&[("examples/jobs.rs", source)], &[(&format!("examples/jobs.rs:{line}"), message, help), unread]);
    }
}

#[test]
fn anchor_that_does_not_pair_is_named() {
    let cases = [
        ("// ANCHOR: send\nfn main() {}\n", 1, "anchor `send` has no end", "// ANCHOR_END: send"),
        ("fn main() {}\n// ANCHOR_END: send\n", 2, "anchor `send` ends, but never began", "// ANCHOR: send"),
        (
            "// ANCHOR: a\n// ANCHOR: a\nfn main() {}\n// ANCHOR_END: a\n",
            2,
            "anchor `a` begins twice",
            "a name of its own",
        ),
    ];
    for (source, line, message, help) in cases {
        let book = [("examples/jobs.rs", source), ("src/chapter.md", "No listing.\n")];
        check(&book, &[(&format!("examples/jobs.rs:{line}"), message, help)]);
    }
}

#[test]
fn helper_that_names_nothing_is_named_with_the_nearest() {
    let chapter = "# Sessions\n\n{{#listing sesion}}\n\n{{#predict meters}}\n\n{{#listing session}}\n";
    check(
        &[("examples/session.rs", RUNS), ("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:3", "no listing is named `sesion`", "did you mean `session`?"),
            ("src/chapter.md:5", "no listing is named `meters`", "examples/meters.rs"),
        ],
    );
}

#[test]
fn anchor_that_does_not_exist_is_named_with_those_that_do() {
    let session = "// ANCHOR: open\nfn main() {}\n// ANCHOR_END: open\n";
    let chapter = "{{#listing session close}}\n\n{{#predict jobs close}}\n";
    check(
        &[("examples/session.rs", session), ("examples/jobs.rs", RUNS), ("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:1", "`session` has no anchor `close`", "its anchors are open"),
            ("src/chapter.md:3", "`jobs` has no anchor `close`", "`// ANCHOR: close`"),
        ],
    );
}

#[test]
fn malformed_helper_is_not_left_on_the_page() {
    let chapter = "See {{#listing jobs}} there.\n\n{{#listing}}\n\n{{#listing jobs a b}}\n\n{{#predict jobs}\n\n{{#listing jobs}}\n";
    let help = "alone on its line";
    check(
        &[("examples/jobs.rs", RUNS), ("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:1", "malformed helper `See {{#listing jobs}} there.`", help),
            ("src/chapter.md:3", "malformed helper `{{#listing}}`", help),
            ("src/chapter.md:5", "malformed helper `{{#listing jobs a b}}`", help),
            ("src/chapter.md:7", "malformed helper `{{#predict jobs}`", help),
        ],
    );
}

#[test]
fn false_claim_is_named_wherever_it_stands() {
    let chapter = "\
# `Rc<u8>: Send`

An `Arc<u8>: !Send` in a sentence, and one that holds: `Arc<u8>: Send`.

| type | |
| --- | --- |
| `Cell<i32>: Send + Sync` | `&T: !Send where T: Sync` |

- `Arc<T>: Send where T: Send`

```admonish note
`Mutex<T>: Sync where T: Sync`
```

A bound claims nothing: `T: Send`, `F: Send + 'static`. Nor does code: `let x: Rc<u8>`.
";
    check(
        &[("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:1", "`Rc<u8>: Send` does not hold", "`Rc<u8>: Send` is refused"),
            ("src/chapter.md:3", "`Arc<u8>: !Send` does not hold", "the compiler accepts `Arc<u8>: Send`"),
            ("src/chapter.md:7", "`&T: !Send where T: Sync` does not hold", "the compiler accepts `&T: Send`"),
            ("src/chapter.md:7", "`Cell<i32>: Send + Sync` does not hold", "`Cell<i32>: Sync` is refused"),
            ("src/chapter.md:9", "`Arc<T>: Send where T: Send` does not hold", "`Arc<T>: Send` is refused"),
            ("src/chapter.md:12", "`Mutex<T>: Sync where T: Sync` does not hold", "`Mutex<T>: Sync` is refused"),
        ],
    );
}

#[test]
fn claim_that_cannot_be_read_is_named() {
    let chapter = "`Rc<u8: Send`\n\n`Rc<u8>: Send +`\n\n`Arc<T>: Send where T: !Send`\n\n`Arc<T>: Send where T Send`\n";
    let help = "TYPE: BOUND";
    check(
        &[("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:1", "`Rc<u8: Send` cannot be read", help),
            ("src/chapter.md:3", "`Rc<u8>: Send +` cannot be read", help),
            ("src/chapter.md:5", "Rust has no negative bounds", help),
            ("src/chapter.md:7", "cannot be read", help),
        ],
    );
}

#[test]
fn claim_on_an_unknown_name_is_neither_true_nor_refused() {
    let message = "cannot be checked: error[E0425]: cannot find type `Sesion`";
    check(
        &[("src/chapter.md", "`Sesion: !Send`\n\n`Arc<Sesion>: Sync`\n")],
        &[("src/chapter.md:1", message, "<!-- claims:"), ("src/chapter.md:3", message, "<!-- claims:")],
    );
}

#[test]
fn type_that_cannot_be_is_not_taken_for_refused() {
    let chapter = "`Vec<str>: !Send`\n\n`Option<T>: !Sync where T: ?Sized`\n\n`&'a T: !Sync where T: ?Sized`\n";
    let help = "use a name that is in scope";
    check(
        &[("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:1", "cannot be checked: error[E0277]: the size for values of type `str`", help),
            ("src/chapter.md:3", "cannot be checked: error[E0277]: the size for values of type `T`", help),
        ],
    );
}

#[test]
fn names_declared_for_one_chapter_are_not_known_in_another() {
    let one = "<!-- claims: struct Session { user: Rc<str> } -->\n\n`Session: !Send + !Sync`\n";
    let other = "`Session: !Send`\n";
    check(
        &[("src/one.md", one), ("src/other.md", other)],
        &[("src/other.md:1", "cannot find type `Session`", "<!-- claims:")],
    );
}

#[test]
fn declaration_that_does_not_compile_is_named_with_its_line() {
    let chapter = "<!-- claims:\nstruct Session {\n    user: Rcc<str>,\n}\n-->\n\n`Session: !Send`\n";
    let message = "does not compile: error[E0425]: cannot find type `Rcc`";
    check(&[("src/chapter.md", chapter)], &[("src/chapter.md:3", message, "<!-- claims:")]);
}

#[test]
fn orphaned_snapshot_fails_and_is_named() {
    check(
        &[
            ("examples/gone.stdout", "3\n"),
            ("examples/fails/gone_too.stderr", "error\n"),
            ("src/chapter.md", "Nothing.\n"),
        ],
        &[
            ("examples/fails/gone_too.stderr:1", "there is no `examples/fails/gone_too.rs`", "delete it"),
            ("examples/gone.stdout:1", "there is no `examples/gone.rs`", "delete it"),
        ],
    );
}

#[test]
fn diagnostic_that_changed_is_shown_as_a_difference() {
    let book = Book::blessed(&[("examples/fails/session.rs", SENDS_RC)]);
    assert_problems(&book.check().problems, &[]);
    let snapshot = book.read("examples/fails/session.stderr").expect("a failing listing has a snapshot");
    let line = snapshot.lines().position(|line| line.contains("= help:")).expect("rustc helps") + 1;
    book.write("examples/fails/session.stderr", &snapshot.replacen("= help:", "= hint:", 1));
    let problems = book.check().problems;
    let place = format!("examples/fails/session.stderr:{line}");
    assert_problems(&problems, &[(&place, "`session` no longer says what its snapshot holds", "bless session")]);
    let detail = problems[0].detail.as_deref().unwrap_or_default();
    assert!(detail.contains("= hint:") && detail.contains("= help:"), "the difference is shown: {detail}");
}

#[test]
fn output_that_changed_is_shown_as_a_difference() {
    let prints = "fn main() {\n    println!(\"one\");\n    println!(\"two\");\n}\n";
    check(
        &[("examples/prints.rs", prints), ("examples/prints.stdout", "one\nTWO\n")],
        &[("examples/prints.stdout:2", "`prints` no longer says", "bless prints")],
    );
    check(
        &[("examples/prints.rs", prints)],
        &[("examples/prints.rs:1", "`prints` has no snapshot `examples/prints.stdout`", "bless prints")],
    );
    check(
        &[("examples/silent.rs", RUNS), ("examples/silent.stdout", "one\n")],
        &[("examples/silent.stdout:1", "a snapshot of `silent`, which says nothing there", "bless silent")],
    );
}

#[test]
fn annotation_on_the_wrong_line_is_told_the_right_one() {
    let misplaced = SENDS_RC.replace(" //~ ERROR E0277", "").replace("Rc::new(1);", "Rc::new(1); //~ ERROR E0277");
    check(
        &[("examples/fails/session.rs", &misplaced)],
        &[
            ("examples/fails/session.rs:5", "`//~ ERROR E0277` expects an error", "reports it on line 6"),
            ("examples/fails/session.rs:6", "no annotation expects: `error[E0277]", "`//~ ERROR E0277`"),
        ],
    );
}

#[test]
fn error_that_no_annotation_expects_is_named_with_its_line() {
    let extra = SENDS_RC.replace("fn main", "fn count() -> u32 {\n    \"three\"\n}\n\nfn main");
    check(
        &[("examples/fails/session.rs", &extra)],
        &[("examples/fails/session.rs:5", "no annotation expects: `error[E0308]", "`//~ ERROR E0308`")],
    );
}

#[test]
fn annotation_without_its_error_is_named() {
    let absent = SENDS_RC.replace("//~ ERROR E0277", "//~ ERROR E0277\n    //~^ ERROR E0382");
    check(
        &[("examples/fails/session.rs", &absent)],
        &[("examples/fails/session.rs:7", "`//~ ERROR E0382` expects an error", "drop the annotation")],
    );
    let other_words = SENDS_RC.replace("ERROR E0277", "ERROR cannot be shared between threads");
    check(
        &[("examples/fails/session.rs", &other_words)],
        &[
            (
                "examples/fails/session.rs:6",
                "`//~ ERROR cannot be shared between threads` expects",
                "drop the annotation",
            ),
            ("examples/fails/session.rs:6", "no annotation expects: `error[E0277]", "`//~ ERROR E0277`"),
        ],
    );
}

#[test]
fn annotation_that_cannot_be_read_is_named() {
    let cases = [
        ("//@ check-fail\nfn main() { 1 } //~ E0308\n", 2, "malformed annotation `//~ E0308`", "`//~ ERROR E0277`"),
        (
            "//@ check-fail\n//~^ ERROR E0308\nfn main() { 1 }\n",
            2,
            "points at no line of the program",
            "the line above",
        ),
        ("//@ check-fail\nfn main() { 1 }\n", 1, "has no annotation", "add `//~ ERROR E0277`"),
    ];
    for (source, line, message, help) in cases {
        let book = [("examples/fails/jobs.rs", source), ("src/chapter.md", "Nothing.\n")];
        check(&book, &[(&format!("examples/fails/jobs.rs:{line}"), message, help)]);
    }
    check(
        &[("examples/jobs.rs", "fn main() {} //~ ERROR E0308\n"), ("src/chapter.md", "Nothing.\n")],
        &[("examples/jobs.rs:1", "an annotation in a listing that is `//@ run-pass`", "`//@ check-fail`")],
    );
}

#[test]
fn source_that_is_not_utf_8_is_named_with_its_line() {
    let book = Book::new(&[("src/chapter.md", "Nothing.\n")]);
    book.write_bytes("examples/jobs.rs", b"fn main() {\n    // caf\xe9\n}\n");
    assert_problems(&book.check().problems, &[("examples/jobs.rs:2", "the file is not UTF-8", "save it as UTF-8")]);
}

#[test]
fn chapter_that_is_not_utf_8_is_named() {
    let book = Book::new(&[("src/chapter.md", "")]);
    book.write_bytes("src/chapter.md", b"caf\xe9\n");
    let error = book.try_check().expect_err("a chapter cannot be read").to_string();
    assert!(error.contains("chapter.md") && error.contains("UTF-8"), "{error}");
}

#[test]
fn listing_that_no_chapter_uses_is_named() {
    check(
        &[("examples/jobs.rs", RUNS), ("src/chapter.md", "Nothing.\n")],
        &[("examples/jobs.rs:1", "no chapter uses the listing `jobs`", "`{{#listing jobs}}`")],
    );
}

#[test]
fn two_listings_of_one_name_are_named() {
    check(
        &[
            ("examples/fails/session.rs", SENDS_RC),
            ("examples/session.rs", RUNS),
            ("src/chapter.md", "{{#listing session}}\n"),
        ],
        &[("examples/fails/session.rs:1", "two listings named `session`: the other is examples/session.rs", "rename")],
    );
}

#[test]
fn listing_in_the_wrong_folder_is_told_the_right_one() {
    let cases = [
        ("examples/jobs.rs", "//@ check-fail\nfn main() { 1 } //~ ERROR E0308\n", "move it to examples/fails/"),
        ("examples/fails/jobs.rs", "fn main() {}\n", "move it to examples/,"),
        (
            "examples/jobs.rs",
            "//@ nightly\n#![feature(negative_impls)]\nfn main() {}\n",
            "move it to examples/nightly/",
        ),
        ("examples/jobs.rs", "//@ edition: 2018\nfn main() {}\n", "move it to examples/editions/"),
        ("examples/nightly/jobs.rs", "fn main() {}\n", "move it to examples/,"),
        ("examples/jobs.rs", "//@ tests\n#[test]\nfn holds() {}\n", "move it to examples/tests/"),
        ("examples/tests/jobs.rs", "fn main() {}\n", "move it to examples/,"),
        ("examples/editions/jobs.rs", "//@ edition: 2024\nfn main() {}\n", "move it to examples/,"),
    ];
    for (file, source, help) in cases {
        let book = Book::new(&[(file, source)]);
        let problems = book.check().problems;
        let misplaced: Vec<_> =
            problems.into_iter().filter(|problem| problem.message.contains("does not belong")).collect();
        assert_problems(&misplaced, &[(&format!("{file}:1"), "which does not belong in", help)]);
    }
}

#[test]
fn name_that_is_not_snake_case_is_named() {
    check(
        &[("examples/RcJobs.rs", RUNS)],
        &[("examples/RcJobs.rs:1", "`RcJobs` is not a snake_case name", "rename the file")],
    );
}

#[test]
fn warning_of_the_compiler_is_no_pass() {
    for outcome in ["run-pass", "check-pass"] {
        let source = format!("//@ {outcome}\nfn main() {{\n    let unused = 3;\n}}\n");
        let message = format!("`jobs` compiles with a warning, but is `//@ {outcome}`");
        check(&[("examples/jobs.rs", &source)], &[("examples/jobs.rs:3", &message, "#[expect(lint_name)]")]);
    }
}

#[test]
fn program_that_nobody_checks_is_refused() {
    let chapter = "```rust,ignore\nfn main() {}\n```\n\n```rust,compilefail\nlet x: u8 = 1000;\n```\n\n```rust ignore-windows\n```\n";
    check(
        &[("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:1", "`ignore`", "let it compile"),
            ("src/chapter.md:5", "unknown word `compilefail`", "did you mean `compile_fail`?"),
            ("src/chapter.md:9", "unknown word `ignore-windows`", "rustdoc knows"),
        ],
    );
}

#[test]
fn snippet_that_is_not_what_its_fence_says_is_named_with_its_line() {
    let chapter = "\
```rust
let jobs = 3;
let session: Rc<u8> = Rc::new(1);
# drop((jobs, session));
```

```rust
fn main() {
    let session: Rc<u8> = Rc::new(1);
}
```

```rust,compile_fail,E0382
let jobs: u8 = \"three\";
```

```rust,compile_fail
let jobs: u8 = 3;
# drop(jobs);
```

```rust,should_panic
let jobs = [1];
assert_eq!(jobs, [1]);
```

```rust
panic!(\"closed\");
```
";
    check(
        &[("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:3", "the snippet does not compile", "mend it"),
            ("src/chapter.md:9", "the snippet does not compile", "mend it"),
            ("src/chapter.md:13", "the snippet expects E0382, but the compiler reports E0308", "compile_fail,E0277"),
            ("src/chapter.md:17", "the snippet compiles, but", "restore the error"),
            ("src/chapter.md:22", "the snippet exits with status 0, but is `//@ run-fail`", "panic"),
            ("src/chapter.md:27", "the snippet exits with status 101, but is `//@ run-pass`", "mend it"),
        ],
    );
}

#[test]
fn quoted_message_that_no_diagnostic_has_is_named() {
    let chapter = "\
{{#listing session}}

It says `cannot be sent between threads safely`, and not `cannot be shared between threads safely`.

```text
error[E0277]: `Rc<i32>` cannot be sent between threads safely
...
note: required by a bound in `spawn`
```

```text
error[E0382]: use of moved value: `session`
```

```admonish note
`may outlive the current function`

~~~text
borrowed data escapes outside of closure
~~~
```
";
    let book = Book::new(&[("examples/fails/session.rs", SENDS_RC), ("src/chapter.md", chapter)]);
    book.bless(&[]).expect("the listing holds");
    let message = "a message that no listing of this chapter shows";
    let help = "quote the compiler's words as they are";
    let at = |words: &str| format!("{message}: `{words}");
    assert_problems(
        &book.check().problems,
        &[
            ("src/chapter.md:3", &at("cannot be shared between threads safely`"), help),
            ("src/chapter.md:11", &at("error[E0382]: use of moved value"), help),
            ("src/chapter.md:16", &at("may outlive the current function`"), help),
            ("src/chapter.md:18", &at("borrowed data escapes"), help),
        ],
    );
}

#[test]
fn quotation_is_held_against_the_listings_of_its_own_chapter() {
    let session = "{{#listing session}}\n";
    let other = "It says `cannot be sent between threads safely`.\n";
    let book = Book::new(&[("examples/fails/session.rs", SENDS_RC), ("src/a.md", session), ("src/b.md", other)]);
    book.bless(&[]).expect("the listing holds");
    let expected = [("src/b.md:1", "no listing of this chapter shows", "quote the compiler's words")];
    assert_problems(&book.check().problems, &expected);
}

#[test]
fn program_inside_an_admonition_is_refused() {
    let chapter = "{{#listing jobs}}\n\n```admonish note\n{{#listing jobs}}\n```\n\n````admonish why\n```rust\nfn main() {}\n```\n````\n";
    check(
        &[("examples/jobs.rs", RUNS), ("src/chapter.md", chapter)],
        &[
            ("src/chapter.md:3", "a listing or a snippet inside an admonition", "before or after"),
            ("src/chapter.md:7", "a listing or a snippet inside an admonition", "before or after"),
        ],
    );
}
