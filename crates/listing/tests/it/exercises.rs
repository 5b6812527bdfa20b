//! What is wrong with an exercise is found, and named with file, line and a way out.

use listing::exercise::{self, Level};
use listing::{Target, expand};

use crate::book::{Book, Expected, assert_problems, rustc};

const PROSE: &str = "\
# Twice

level: easy

Let `double` do what it says. A `u32: Send`.

## Hint

What is `n` plus `n`?

## Solution

Shifting by one would do as well.
";
const STARTER: &str = "\
//@ rejected: 3 doubled is 6
fn double(n: u32) -> u32 {
    n
}

fn main() {
    double(3);
}
";
const SOLUTION: &str = "\
fn double(n: u32) -> u32 {
    2 * n
}

fn main() {
    double(3);
}
";
const CHECK: &str = "\
//@ forbid: unsafe_code = \"no memory is touched here\"

#[test]
fn three_is_doubled() {
    assert_eq!(double(3), 6, \"3 doubled is 6: add it to itself\");
}

#[test]
fn any_number_is_doubled() {
    assert_eq!(double(5), 10, \"`double` is to hold for any number\");
    assert!(!ANSWER.contains(\"10\"), \"compute the answer, rather than writing it down\");
}
";
const CONSTANT: &str = "\
//@ rejected: hold for any number
fn double(_: u32) -> u32 {
    6
}

fn main() {
    double(3);
}
";
const FORCED: &str = "\
//@ rejected: no memory is touched here
fn double(n: u32) -> u32 {
    unsafe { n.unchecked_add(n) }
}

fn main() {
    double(3);
}
";

const FOLDER: &str = "examples/exercises/twice";
const CHAPTER: &str = "# Numbers\n\n## Exercises\n\n{{#exercise twice}}\n";

fn book() -> Book {
    Book::new(&[
        ("examples/exercises/twice/exercise.md", PROSE),
        ("examples/exercises/twice/starter.rs", STARTER),
        ("examples/exercises/twice/solution.rs", SOLUTION),
        ("examples/exercises/twice/check.rs", CHECK),
        ("examples/exercises/twice/wrong/constant.rs", CONSTANT),
        ("examples/exercises/twice/wrong/forced.rs", FORCED),
        ("src/chapter.md", CHAPTER),
    ])
}

/// Puts `text` in place of a file of the book, or takes the file away; asserts what is found then, and mends it again.
#[track_caller]
fn fault(book: &Book, file: &str, text: Option<&str>, expected: &[Expected]) {
    let file = if file.starts_with("src/") { file.to_owned() } else { format!("{FOLDER}/{file}") };
    let before = book.read(&file);
    match text {
        Some(text) => book.write(&file, text),
        None => std::fs::remove_file(book.root().join(&file)).expect("the file is there"),
    }
    assert_problems(&book.check().problems, expected);
    match before {
        Some(before) => book.write(&file, &before),
        None => std::fs::remove_file(book.root().join(&file)).expect("the file is there"),
    }
}

#[test]
fn exercise_that_holds_is_reported_with_its_level_and_its_wrong_answers() {
    let report = book().check();
    assert_problems(&report.problems, &[]);
    let [exercise] = report.exercises.as_slice() else { panic!("{:?}", report.exercises) };
    assert_eq!((exercise.name.as_str(), exercise.level, exercise.wrong), ("twice", Some(Level::Easy), 2));
    assert_eq!(exercise.chapter.as_deref().and_then(|path| path.to_str()), Some("chapter.md"));
    assert_eq!((report.totals.exercises, report.totals.listings), (1, 2));
}

#[test]
fn answers_that_go_the_other_way_are_named() {
    let book = book();
    let compiles = STARTER.replace("    n\n", "    n + n\n");
    let accepted = ("examples/exercises/twice/starter.rs:1", "accepts the starter", "let a test fail");
    fault(&book, "starter.rs", Some(&compiles), &[accepted]);

    let annotated =
        "//@ check-fail\nfn double(n: u32) -> u32 {\n    n //~ ERROR E0308\n}\n\nfn main() {\n    double(3);\n}\n";
    let compiles = ("examples/exercises/twice/starter.rs:1", "`twice_starter` compiles, but", "restore the error");
    fault(&book, "starter.rs", Some(annotated), &[compiles]);

    let unsaid = STARTER.replace("3 doubled is 6", "3 doubled is 7");
    let words = ("examples/exercises/twice/starter.rs:1", "has no `3 doubled is 7` in it", "name words");
    fault(&book, "starter.rs", Some(&unsaid), &[words]);

    let passes = CONSTANT.replace("_: u32", "n: u32").replace("    6\n", "    n << 1\n");
    let accepted =
        ("examples/exercises/twice/wrong/constant.rs:1", "accepts the wrong answer `constant`", "add a test");
    fault(&book, "wrong/constant.rs", Some(&passes), &[accepted]);

    let unsaid = CONSTANT.replace("hold for any", "hold for every");
    let words = ("examples/exercises/twice/wrong/constant.rs:1", "has no `hold for every number` in it", "name words");
    fault(&book, "wrong/constant.rs", Some(&unsaid), &[words]);

    let fails = SOLUTION.replace("2 * n", "3 * n");
    let failing = ("examples/exercises/twice/solution.rs:1", "the solution of `twice` does not pass its check", "mend");
    fault(&book, "solution.rs", Some(&fails), &[failing]);

    let warns = SOLUTION.replace("    2 * n", "    let unused = 1;\n    2 * n");
    let warning = ("examples/exercises/twice/solution.rs:2", "compiles with a warning", "mend it");
    fault(&book, "solution.rs", Some(&warns), &[warning]);

    let warns = CHECK.replace("    assert_eq!(double(3)", "    let unused = 1;\n    assert_eq!(double(3)");
    let warning = ("examples/exercises/twice/check.rs:5", "compiles with a warning together with its check", "mend");
    fault(&book, "check.rs", Some(&warns), &[warning]);

    let written_down = SOLUTION.replace("2 * n", "if n == 5 { 10 } else { 2 * n }");
    let failing = ("examples/exercises/twice/solution.rs:1", "does not pass its check", "mend");
    fault(&book, "solution.rs", Some(&written_down), &[failing]);
}

#[test]
fn solution_that_races_fails_where_the_check_is_watched() {
    if rustc().lacks_sanitizer("thread").is_some() {
        eprintln!("not tested: this toolchain has no ThreadSanitizer");
        return;
    }
    let book = book();
    let races = "\
static mut CALLS: u32 = 0;

fn double(n: u32) -> u32 {
    let calls = || unsafe { *(&raw mut CALLS) += 1 };
    std::thread::scope(|scope| {
        scope.spawn(calls);
        scope.spawn(calls);
    });
    2 * n
}

fn main() {
    double(3);
}
";
    book.write(&format!("{FOLDER}/solution.rs"), races);
    book.write(&format!("{FOLDER}/wrong/forced.rs"), &CONSTANT.replace('6', "8"));
    let unwatched = CHECK.replace("//@ forbid: unsafe_code = \"no memory is touched here\"\n", "");
    book.write(&format!("{FOLDER}/check.rs"), &unwatched);
    assert_problems(&book.check().problems, &[]);
    let races = ("examples/exercises/twice/solution.rs:1", "does not pass its check under ThreadSanitizer", "mend");
    fault(&book, "check.rs", Some(&format!("//@ sanitize: thread\n{unwatched}")), &[races]);
}

/// Without the exercise, its place in the chapter has nothing to show.
const UNREAD: Expected = ("src/chapter.md:5", "the exercise `twice` cannot be read", "examples/exercises/twice/");

#[test]
fn parts_that_are_missing_or_malformed_are_named() {
    let book = book();
    for part in ["exercise.md", "starter.rs", "solution.rs", "check.rs"] {
        let place = format!("{FOLDER}/{part}:1");
        fault(&book, part, None, &[(&place, &format!("the exercise `twice` has no {part}"), "write it"), UNREAD]);
    }
    let few = ("examples/exercises/twice/wrong:1", "has 1 wrong answers, and needs two", "write plausible ones");
    fault(&book, "wrong/forced.rs", None, &[few, UNREAD]);

    let prose = |from: &str, to: &str| PROSE.replace(from, to);
    let cases = [
        (prose("## Hint\n\nWhat is `n` plus `n`?\n\n", ""), 1, "the exercise has no hint", "## Hint"),
        (prose("What is `n` plus `n`?", ""), 7, "the hint is empty", "a pointer"),
        (prose("## Hint", "## Hints"), 1, "the exercise has no hint", "## Hint"),
        (prose("level: easy", "level: easi"), 3, "unknown level `easi`", "did you mean `easy`?"),
        (prose("level: easy\n\n", ""), 1, "the exercise has no level", "`level: easy`"),
        (prose("# Twice\n", "Twice\n"), 1, "the exercise has no title", "# Title"),
        (prose("Let `double` do what it says. A `u32: Send`.", ""), 3, "the exercise has no task", "what to do"),
        (prose("Shifting by one would do as well.", ""), 11, "the solution is empty", "why it is right"),
    ];
    for (text, line, message, help) in cases {
        let report = {
            book.write(&format!("{FOLDER}/exercise.md"), &text);
            book.check()
        };
        let found = report.problems.iter().find(|problem| problem.message.contains(message));
        let found = found.unwrap_or_else(|| panic!("`{message}` is not among {:?}", report.problems));
        assert_eq!((found.file.to_str(), found.line), (Some("examples/exercises/twice/exercise.md"), line), "{found}");
        assert!(found.help.as_deref().is_some_and(|words| words.contains(help)), "{found}");
    }
    book.write(&format!("{FOLDER}/exercise.md"), PROSE);

    let check = |directive: &str| format!("{directive}\n{CHECK}");
    let at = "examples/exercises/twice/check.rs:1";
    let unknown = (at, "unknown directive `//@ forbit: x`", "did you mean `//@ forbid`?");
    fault(&book, "check.rs", Some(&check("//@ forbit: x")), &[unknown, UNREAD]);
    let malformed = (at, "malformed directive", "//@ forbid: unsafe_code = ");
    fault(&book, "check.rs", Some(&check("//@ forbid: unsafe_code = why")), &[malformed, UNREAD]);

    let headless = CONSTANT.replace("//@ rejected: hold for any number\n", "");
    let words = ("examples/exercises/twice/wrong/constant.rs:1", "without the words that reject it", "//@ rejected:");
    fault(&book, "wrong/constant.rs", Some(&headless), &[words, UNREAD]);
    let silent = STARTER.replace("//@ rejected: 3 doubled is 6\n", "");
    let words = ("examples/exercises/twice/starter.rs:1", "the starter of `twice` compiles and runs", "//@ rejected:");
    fault(&book, "starter.rs", Some(&silent), &[words, UNREAD]);
    let stray = ("examples/exercises/twice/notes.txt:1", "is no part of an exercise", "exercise.md, starter.rs");
    fault(&book, "notes.txt", Some("later"), &[stray, UNREAD]);
}

#[test]
fn use_of_an_exercise_is_checked() {
    let book = book();
    let unused =
        ("examples/exercises/twice/exercise.md:1", "no chapter uses the exercise `twice`", "{{#exercise twice}}");
    fault(&book, "src/chapter.md", Some("# Numbers\n"), &[unused]);
    let unknown = ("src/chapter.md:3", "no exercise is named `twise`", "did you mean `twice`?");
    fault(&book, "src/chapter.md", Some("# Numbers\n\n{{#exercise twise}}\n"), &[unused, unknown]);
    let again = ("src/chapter.md:7", "`twice` is used a second time", "src/chapter.md:5");
    fault(&book, "src/chapter.md", Some(&format!("{CHAPTER}\n{{{{#exercise twice}}}}\n")), &[again]);
    let orphan = ("examples/exercises/twice/check.stdout:1", "an orphaned snapshot", "delete it");
    fault(&book, "check.stdout", Some("6\n"), &[orphan]);
}

#[test]
fn claims_and_quotations_of_an_exercise_are_checked() {
    let book = book();
    let false_claim = PROSE.replace("`u32: Send`", "`u32: !Send`");
    let place = "examples/exercises/twice/exercise.md:5";
    fault(&book, "exercise.md", Some(&false_claim), &[(place, "the claim `u32: !Send` does not hold", "accepts")]);
    let misquoted = PROSE.replace("`u32: Send`", "`use of moved value`");
    fault(&book, "exercise.md", Some(&misquoted), &[(place, "a message that no listing", "quote")]);
}

#[test]
fn exercise_becomes_its_parts() {
    let book = book();
    let project = book.project();
    let chapters = project.chapters().expect("the chapters can be read");
    let fences = expand(&project, &chapters[0], Target::Rustdoc).expect("the chapter can be expanded");
    assert_eq!(fences.matches("```rust\n").count(), 2, "{fences}");
    assert!(!fences.contains("crossing-exercise"), "{fences}");
    let report = book.check();
    let page = expand(&project, &chapters[0], Target::Page(&report)).expect("the chapter can be expanded");
    let parts = [
        "<crossing-exercise",
        "### Twice {#exercise-twice}",
        "<span>easy</span>",
        "<code class=\"claim\"",
        "data-name=\"twice_starter\"",
        "<details class=\"exercise-hint\">",
        "What is `n` plus `n`?",
        "<details class=\"exercise-solution\">",
        "data-name=\"twice_solution\"",
        "Shifting by one",
        "</crossing-exercise>",
        "2 listings, 1 claim",
    ];
    let mut rest = page.as_str();
    for part in parts {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("`{part}` does not follow in\n{page}")).1;
    }
}

#[test]
fn answer_keeps_its_lines_and_is_quoted_whatever_it_holds() {
    let exercises = book().project().exercises().expect("the exercises can be read");
    let check = &exercises["twice"].check;
    for answer in ["fn main() {}", "const A: &str = r#\"\"#;\n", "\"###", "// no quote ##\n"] {
        let (program, line) = check.compose(answer);
        let [before, between, after] = check.frame();
        assert!(program.starts_with(&format!("{before}{answer}{between}r")) && program.ends_with(&after), "{program}");
        assert!(!before.contains('\n'), "the answer's first line is the program's: {before}");
        assert_eq!(program.lines().nth(line - 1), Some("#[test]"), "{program}");
        let quoted = &program[before.len() + answer.len() + between.len()..program.len() - after.len()];
        let hashes = quoted.trim_start_matches('r').chars().take_while(|c| *c == '#').count();
        assert!(quoted.ends_with(&format!("\"{}", "#".repeat(hashes))), "{quoted}");
        assert!(!answer.contains(&format!("\"{}", "#".repeat(hashes))), "the answer ends its quotation: {quoted}");
    }
}

#[test]
fn attempt_tells_which_test_fails_and_why() {
    let exercises = book().project().exercises().expect("the exercises can be read");
    let try_out = |answer: &str| {
        exercise::attempt(&rustc(), &exercises["twice"], answer).unwrap_or_else(|error| panic!("{error}"))
    };
    let solved = try_out(SOLUTION);
    assert!(
        solved.passes() && solved.tests().len() == 2 && solved.tests().iter().all(|test| test.passed),
        "{solved:?}"
    );
    let failed = try_out(&CONSTANT.replace("//@ rejected: hold for any number\n", ""));
    let tests = failed.tests();
    let words: Vec<&str> = tests.iter().filter(|test| !test.passed).map(|test| test.words.as_str()).collect();
    assert_eq!(words, ["`double` is to hold for any number\n  left: 6\n right: 10"], "{failed:?}");
    assert!(!failed.passes() && failed.otherwise().is_none(), "{failed:?}");
    let broken = try_out("fn main() { double(3); }\n");
    assert!(!broken.passes() && broken.run.is_none() && broken.diagnostics[0].is_error(), "{broken:?}");
    let ended = try_out(&SOLUTION.replace("2 * n", "std::process::exit(n as i32)"));
    assert!(ended.otherwise().is_some_and(|words| words.contains("exits with status")), "{ended:?}");
}
