//! `exercise`: the reader's own editor and the terminal.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::fixture::Book;

const CHECK: &str = "\
#[test]
fn three_is_doubled() {
    assert_eq!(double(3), 6, \"3 doubled is 6: add it to itself\");
}
";
const STARTER: &str = "fn double(n: u32) -> u32 {\n    n\n}\n\nfn main() {\n    double(3);\n}\n";

fn book() -> Book {
    let book = Book::new();
    let prose = "# Twice\n\nlevel: middle\n\nLet `double` do what it says.\n\n## Hint\n\nOne step?\n\n## Hint\n\nAdd.\n\n## Solution\n\nShifting would do.\n";
    let solution = solved();
    let files = [
        ("exercise.md", prose.to_owned()),
        ("starter.rs", format!("//@ rejected: add it to itself\n{STARTER}")),
        ("solution.rs", solution),
        ("check.rs", CHECK.to_owned()),
        ("wrong/more.rs", format!("//@ rejected: add it to itself\n{}", STARTER.replace("    n\n", "    n + 1\n"))),
        ("wrong/none.rs", format!("//@ rejected: add it to itself\n{}", STARTER.replace("    n\n", "    0 * n\n"))),
    ];
    for (file, text) in files {
        book.write(&format!("examples/exercises/twice/{file}"), &text);
    }
    book.add("src/two.md", "{{#exercise twice}}");
    book
}

fn solved() -> String {
    STARTER.replace("    n\n", "    n + n\n")
}

fn entry(book: &Book, file: &str) -> Value {
    let document: Value = serde_json::from_str(&book.read(file)).unwrap();
    assert_eq!((&document["book"], &document["version"]), (&json!("crossing-threads"), &json!(1)));
    serde_json::from_str(document["entries"]["exercise:twice"].as_str().unwrap()).unwrap()
}

#[test]
fn an_exercise_is_begun_tried_and_solved() {
    let book = book();
    assert_eq!(book.run(&["check"]).status, Some(0));
    let listed = book.run(&["exercise"]).stdout;
    assert!(listed.starts_with("Two\n  twice  middle") && listed.contains("1 exercise, 0 solved"), "{listed}");

    let missing = book.run(&["exercise", "check", "twice"]);
    assert_eq!(missing.status, Some(1), "{missing:?}");
    assert!(
        missing.stderr.contains("exercises/twice.rs") && missing.stderr.contains("exercise start twice"),
        "{missing:?}"
    );

    let started = book.run(&["exercise", "start", "twice"]);
    assert!(started.status == Some(0) && started.stdout.contains("Let `double` do what it says."), "{started:?}");
    assert_eq!(book.read("exercises/twice.rs"), STARTER);
    assert_eq!(entry(&book, "exercises/state.json"), json!({ "state": "started", "hints": 0 }));

    let tried = book.run(&["exercise", "check", "twice"]);
    assert_eq!(tried.status, Some(1), "{tried:?}");
    assert!(
        tried.stdout.contains("fails   three is doubled\n        3 doubled is 6: add it to itself"),
        "{}",
        tried.stdout
    );
    assert_eq!(entry(&book, "exercises/state.json"), json!({ "state": "tried", "hints": 0 }));

    book.write("exercises/twice.rs", "fn double(n: u32) -> u32 {\n    \"6\"\n}\n\nfn main() {}\n");
    let broken = book.run(&["exercise", "check", "twice"]);
    assert_eq!(broken.status, Some(1), "{broken:?}");
    assert!(
        broken.stderr.contains("error[E0308]") && broken.stderr.contains("--> exercises/twice.rs:2:5"),
        "{broken:?}"
    );

    book.write("exercises/twice.rs", &solved());
    let again = book.run(&["exercise", "start", "twice"]);
    assert!(again.status == Some(0) && book.read("exercises/twice.rs") == solved(), "work was overwritten: {again:?}");
    let done = book.run(&["exercise", "check", "twice"]);
    assert!(done.status == Some(0) && done.stdout.contains("Solved: 1 test, and none fails."), "{done:?}");
    assert_eq!(entry(&book, "exercises/state.json"), json!({ "state": "solved", "hints": 0, "answer": solved() }));
    assert!(book.run(&["exercise"]).stdout.contains("solved"));
}

#[test]
fn hints_come_one_after_the_other_and_then_the_solution() {
    let book = book();
    for (expected, hints) in [("Hint 1 of 2\n\nOne step?", 1), ("Hint 2 of 2\n\nAdd.", 2), ("Hint 2 of 2\n\nAdd.", 2)] {
        let ran = book.run(&["exercise", "hint", "twice"]);
        assert!(ran.stdout.starts_with(expected), "{ran:?}");
        assert_eq!(entry(&book, "exercises/state.json")["hints"], hints);
    }
    let solution = book.run(&["exercise", "solution", "twice"]).stdout;
    assert!(solution.starts_with(&solved()) && solution.contains("Shifting would do."), "{solution}");
}

#[test]
fn what_was_done_is_carried_over_and_no_answer_is_lost() {
    let (here, there) = (book(), book());
    here.run(&["exercise", "start", "twice"]);
    here.write("exercises/twice.rs", &solved());
    here.run(&["exercise", "check", "twice"]);
    assert_eq!(here.run(&["exercise", "export", "done.json"]).status, Some(0));
    assert_eq!(entry(&here, "done.json"), json!({ "state": "solved", "hints": 0, "answer": solved() }));

    there.run(&["exercise", "start", "twice"]);
    let file = here.path("done.json");
    let ran = there.run(&["exercise", "import", file.to_str().unwrap()]);
    assert!(ran.status == Some(0) && ran.stdout.contains("1 solved"), "{ran:?}");
    assert_eq!(there.read("exercises/twice.rs"), STARTER, "an answer was overwritten");
    assert_eq!(there.read("exercises/twice.imported.rs"), solved());

    there.write("notes.json", "{}");
    let refused = there.run(&["exercise", "import", "notes.json"]);
    assert!(
        refused.status == Some(1) && refused.stderr.contains("notes.json") && refused.stderr.contains("help: "),
        "{refused:?}"
    );
}

#[test]
fn names_that_are_none_are_told() {
    let book = book();
    for ask in ["start", "check", "hint", "solution"] {
        let ran = book.run(&["exercise", ask, "twise"]);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""), "{ask}");
        assert!(ran.stderr.starts_with("error: no exercise is named `twise`\nhelp: "), "{}", ran.stderr);
    }
}

#[test]
fn a_save_is_tested_at_once_where_it_is_watched() {
    let book = book();
    book.run(&["exercise", "start", "twice"]);
    let mut command = book.command(&["exercise", "check", "twice", "--watch"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let waits = |line: &String| line.starts_with("Waiting for a save.");
    let first: Vec<String> = lines.by_ref().take_while(|line| !waits(line)).collect();
    assert!(first.iter().any(|line| line.starts_with("Not yet")), "{first:?}");
    book.write("exercises/twice.rs", &solved());
    let second: Vec<String> = lines.by_ref().take_while(|line| !waits(line)).collect();
    assert!(second.iter().any(|line| line.starts_with("Solved")), "{second:?}");
    let mut keys = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut keys, b"h\n").unwrap();
    let third: Vec<String> = lines.by_ref().take_while(|line| !waits(line)).collect();
    assert!(third.iter().any(|line| line == "Hint 1 of 2"), "{third:?}");
    std::io::Write::write_all(&mut keys, b"q\n").unwrap();
    assert!(child.wait().unwrap().success());
}
