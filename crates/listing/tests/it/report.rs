//! What a check reports, and what it tells while it works.

use std::sync::Mutex;

use listing::Progress;
use serde_json::json;

use crate::book::Book;

const CHAPTER: &str = "\
{{#listing fails}}

{{#listing prints}}

`Rc<u8>: !Send + !Sync`, `u8: Send`

```rust
fn main() {}
```
";

fn book() -> Book {
    Book::blessed(&[
        ("examples/fails/fails.rs", "//@ check-fail\nfn main() {\n    1 //~ ERROR E0308\n}\n"),
        ("examples/prints.rs", "fn main() {\n    println!(\"3 jobs\");\n}\n"),
        ("src/chapter.md", CHAPTER),
        ("src/part/other.md", "Nothing to check.\n"),
    ])
}

#[test]
fn document_has_totals_and_every_listing() {
    let book = book();
    book.write("examples/prints.stdout", "4 jobs\n");
    let report = serde_json::to_value(book.check()).expect("a report can be written");
    let mut totals = report["totals"].clone();
    assert!(totals["seconds"].as_f64().is_some_and(|seconds| seconds > 0.0));
    totals["seconds"] = json!(0);
    totals["cached"] = json!(0);
    let expected = json!({
        "listings": 2, "snippets": 1, "diagnostics": 1, "claims": 3, "questions": 0, "chapters": 2, "exercises": 0,
        "seconds": 0, "cached": 0
    });
    assert_eq!(totals, expected);
    let expected = json!([
        {
            "name": "fails", "file": "examples/fails/fails.rs", "outcome": "check-fail",
            "codes": ["E0308"], "holds": true, "skipped": null
        },
        { "name": "prints", "file": "examples/prints.rs", "outcome": "run-pass", "codes": [], "holds": false, "skipped": null }
    ]);
    assert_eq!(report["listings"], expected);
    assert_eq!(report["problems"][0]["file"], "examples/prints.stdout");
    assert_eq!(report["problems"][0]["line"], 1);
}

#[test]
fn problem_is_displayed_as_rustc_displays_an_error() {
    let book = book();
    book.write("examples/prints.stdout", "4 jobs\n");
    let problems = book.check().problems;
    insta::assert_snapshot!(problems[0], @r"
    error: `prints` no longer says what its snapshot holds
     --> examples/prints.stdout:1
      | --- recorded
      | +++ now
      | @@ -1 +1 @@
      | -4 jobs
      | +3 jobs
    help: if the new text is right: `cargo run -- bless prints`
    ");
}

/// Remembers what it is told.
#[derive(Default)]
struct Told(Mutex<(usize, Vec<String>, Vec<String>)>);

impl Progress for Told {
    fn begin(&self, total: usize) {
        self.0.lock().unwrap().0 += total;
    }

    fn step(&self, name: &str) {
        self.0.lock().unwrap().1.push(name.to_owned());
    }

    fn done(&self, name: &str) {
        self.0.lock().unwrap().2.push(name.to_owned());
    }
}

#[test]
fn progress_tells_of_every_program_known_or_not() {
    let book = book();
    let project = book.project();
    let chapters = project.chapters().unwrap();
    for round in ["new", "known from before"] {
        let told = Told::default();
        listing::check(&project, &chapters, &told).unwrap();
        let (total, _, mut done) = told.0.into_inner().unwrap();
        done.sort();
        assert_eq!(total, done.len(), "{round}: {done:?}");
        for name in ["fails", "prints", "src/chapter.md:8"] {
            assert!(done.iter().any(|done| done == name), "{round}: `{name}` is not among {done:?}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn listing_that_needs_what_the_toolchain_lacks_is_skipped_by_name() {
    use std::fs;
    use std::os::unix::fs::symlink;

    use crate::process;

    let race = "//@ data-race\nfn main() {}\n";
    let book =
        Book::new(&[("examples/race.rs", race), ("examples/error.rs", &race.replace("data-race", "memory-error"))]);
    let real = crate::book::rustc();
    let lib = book.scratch().join("lib/rustlib").join(&real.host).join("lib");
    fs::create_dir_all(&lib).unwrap();
    for file in fs::read_dir(&real.libraries).unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap();
        if !name.contains("_rt.") {
            symlink(&file, lib.join(name)).unwrap();
        }
    }
    let compiler = process::compiler(&book, &format!("exec '{}' \"$@\"", real.path.display()));
    let answer = process::run(&book, process::command(&book, "check").env("RUSTC", compiler));
    for (sanitizer, name) in [("address", "error"), ("thread", "race")] {
        let notice =
            format!("note: not checked, since this toolchain has no {sanitizer} sanitizer for {}: {name}\n", real.host);
        assert!(answer.contains(&notice), "{answer}");
    }
    assert!(!answer.contains("error:"), "nothing is concluded: {answer}");
}
