//! Quizzes: what is wrong with one is named, its keys are what the compiler says, and a page has all of it.

use listing::{Chapter, Report, Target, expand};

use crate::book::{Book, Expected, assert_problems};

const SENDS_RC: &str = "\
//@ check-fail
use std::rc::Rc;

fn main() {
    let session = Rc::new(1);
    std::thread::spawn(move || drop(session)); //~ ERROR E0277
    let _ = 1;
    let _ = 1;
}
";
const SENDS_ARC: &str = "\
use std::sync::Arc;

fn main() {
    let session = Arc::new(1);
    std::thread::spawn(move || drop(session)).join().unwrap();
}
";
const COUNTS: &str = "\
fn main() {
    println!(\"one\\ntwo\\nthree\\none\");
}
";
const PANICS: &str = "\
//@ run-fail
fn main() {
    println!(\"one\");
    panic!(\"two\");
}
";
const VARIES: &str = "\
//@ output-varies
fn main() {
    println!(\"{}\", std::process::id());
}
";

/// The book that the questions are about. Its listings are accepted, and every one is shown.
fn book() -> Book {
    Book::blessed(&[
        ("examples/fails/sends_rc.rs", SENDS_RC),
        ("examples/sends_arc.rs", SENDS_ARC),
        ("examples/counts.rs", COUNTS),
        ("examples/panics.rs", PANICS),
        ("examples/varies.rs", VARIES),
        (
            "src/chapter.md",
            "{{#listing sends_rc}}\n\n{{#listing sends_arc}}\n\n{{#listing counts}}\n\n{{#listing panics}}\n\n{{#listing varies}}\n",
        ),
    ])
}

/// A chapter of its own whose quiz holds `question`, from line 4 on, and others to make up the number.
fn chapter(question: &str) -> String {
    let more: String = (0..4)
        .map(|n| {
            format!(
                "[[question]]\nid = \"more-{n}\"\nkind = \"definition\"\ncomputed = false\nask = \"Is it?\"\n\n\
                 [[question.option]]\ntext = \"Yes.\"\nright = true\n\n[[question.option]]\ntext = \"No.\"\nwhy = \"It is.\"\n\n"
            )
        })
        .collect();
    format!("## Quiz\n\n```quiz\n{}\n\n{more}```\n", question.trim_end())
}

fn checked(book: &Book, question: &str) -> Report {
    book.write("src/quiz.md", &chapter(question));
    book.check()
}

/// Checks each of `cases`, a question and what is wrong with it.
#[track_caller]
fn check(cases: &[(&str, Expected)]) {
    let book = book();
    for (question, expected) in cases {
        assert_problems(&checked(&book, question).problems, &[*expected]);
    }
}

const ASK: &str = "[[question]]\nid = \"rc\"\nkind = \"compiles\"\nlisting = \"sends_rc\"\nask = \"Does it?\"\n";

/// The question of [`ASK`] with these options.
fn compiles(options: &[&str]) -> String {
    let options: String = options.iter().map(|option| format!("\n[[question.option]]\n{option}\n")).collect();
    format!("{ASK}{options}")
}

const BLAMED: &str = "line = \"std::thread::spawn(move || drop(session));\"\nwhy = \"An `Rc` would cross.\"";
const COMPILES: &str = "compiles = true\nwhy = \"It does not.\"";

#[test]
fn malformed_question_is_named_with_what_it_may_be() {
    let good = compiles(&[BLAMED, COMPILES]);
    assert_problems(&checked(&book(), &good).problems, &[]);
    let replaced = |old: &str, new: &str| {
        assert!(good.contains(old), "{old}");
        good.replacen(old, new, 1)
    };
    check(&[
        (
            &replaced("\"compiles\"", "\"compile\""),
            ("src/quiz.md:6", "`rc`: unknown kind `compile`", "did you mean `compiles`?"),
        ),
        (&replaced("ask =", "sea = \"#x\"\nask ="), ("src/quiz.md:8", "unknown field `sea`", "did you mean `see`?")),
        (&replaced("id = \"rc\"\n", ""), ("src/quiz.md:4", "`id` is missing", "add `id = ")),
        (&replaced("kind = \"compiles\"\n", ""), ("src/quiz.md:4", "`kind` is missing", "add `kind = ")),
        (&replaced("\"Does it?\"", "\"\""), ("src/quiz.md:4", "`ask` is missing", "add `ask = ")),
        (&replaced("\"Does it?\"", "1"), ("src/quiz.md:8", "`ask` is no text", "write `ask = ")),
        (&replaced("\"rc\"", "\"Rc\""), ("src/quiz.md:5", "the id `Rc` is not in kebab-case", "lower case")),
        (
            &replaced("\"rc\"", "\"more-2\""),
            ("src/quiz.md:46", "two questions are `more-2`: the other is on line 4", "of its own"),
        ),
        (
            &replaced("compiles = true", "compile = true"),
            ("src/quiz.md:15", "unknown field `compile`", "did you mean `compiles`?"),
        ),
        (&replaced("kind = ", "kind "), ("src/quiz.md:6", "the quiz is not TOML", "CONTRIBUTING.md")),
    ]);
}

#[test]
fn key_is_never_written_by_hand() {
    let by_hand = |field: &str| compiles(&[&format!("{field} = true\n{BLAMED}"), COMPILES]);
    check(&[
        (&by_hand("right"), ("src/quiz.md:11", "has its key written by hand: `right`", "delete `right`")),
        (&by_hand("correct"), ("src/quiz.md:11", "has its key written by hand: `correct`", "delete `correct`")),
        (
            &compiles(&[BLAMED, COMPILES]).replace("ask =", "answer = \"no\"\nask ="),
            ("src/quiz.md:8", "written by hand: `answer`", "delete `answer`"),
        ),
    ]);
}

#[test]
fn question_without_one_right_option_is_named_with_what_is_so() {
    let wrong = "line = \"let session = Rc::new(1);\"\nwhy = \"It is `main`'s own.\"";
    check(&[
        (
            &compiles(&[wrong, COMPILES]),
            ("src/quiz.md:4", "`rc`: no option is right", "begins on `std::thread::spawn("),
        ),
        (
            &compiles(&[BLAMED, BLAMED]),
            ("src/quiz.md:4", "`rc`: 2 options are right: those on lines 10 and 14", "leave one"),
        ),
        (&compiles(&[BLAMED]), ("src/quiz.md:4", "fewer than two options", "[[question.option]]")),
        (
            &compiles(&[BLAMED, "compiles = true"]),
            ("src/quiz.md:14", "`rc`: an option is wrong and has no `why`", "why = "),
        ),
        (
            &compiles(&[BLAMED, "line = \"let sesion = Rc::new(1);\"\nwhy = \"No.\""]),
            (
                "src/quiz.md:14",
                "`sends_rc` has no line `let sesion = Rc::new(1);`",
                "did you mean `let session = Rc::new(1);`?",
            ),
        ),
        (
            &compiles(&[BLAMED, "line = \"let _ = 1;\"\nwhy = \"No.\""]),
            ("src/quiz.md:14", "`sends_rc` has 2 lines `let _ = 1;`", "stand once"),
        ),
        (
            &compiles(&[BLAMED, COMPILES]).replace("sends_rc", "sends_rcc"),
            ("src/quiz.md:7", "`rc`: no listing is named `sends_rcc`", "did you mean `sends_rc`?"),
        ),
    ]);
}

#[test]
fn listing_whose_outcome_changed_takes_the_key_with_it() {
    let book = book();
    let question = compiles(&[BLAMED, "line = \"let session = Rc::new(1);\"\nwhy = \"It is `main`'s own.\""]);
    assert_problems(&checked(&book, &question).problems, &[]);
    let mended =
        SENDS_RC.replace("//@ check-fail\n", "").replace("rc::Rc", "sync::Arc as Rc").replace(" //~ ERROR E0277", "");
    std::fs::remove_file(book.root().join("examples/fails/sends_rc.rs")).unwrap();
    std::fs::remove_file(book.root().join("examples/fails/sends_rc.stderr")).unwrap();
    book.write("examples/sends_rc.rs", &mended.replace("drop(session))", "drop(session)).join().unwrap()"));
    let question = question.replace("drop(session))", "drop(session)).join().unwrap()");
    assert_problems(
        &checked(&book, &question).problems,
        &[("src/quiz.md:4", "`rc`: no option is right", "`sends_rc` compiles: add an option with `compiles = true`")],
    );
}

#[test]
fn output_that_no_option_has_is_named() {
    let prints = |listing: &str, options: &str| {
        format!("[[question]]\nid = \"out\"\nkind = \"prints\"\nlisting = \"{listing}\"\nask = \"What?\"\n\n{options}")
    };
    let texts = |a: &str, b: &str| {
        format!("[[question.option]]\n{a}\nwhy = \"So.\"\n\n[[question.option]]\n{b}\nwhy = \"So.\"\n")
    };
    let all = "text = \"\"\"\none\ntwo\nthree\none\n\"\"\"";
    let book_of = book();
    assert_problems(&checked(&book_of, &prints("counts", &texts(all, "text = \"one\""))).problems, &[]);
    assert_problems(
        &checked(&book_of, &prints("panics", &texts("outcome = \"run-fail\"", "text = \"one\""))).problems,
        &[],
    );
    check(&[
        (
            &prints("counts", &texts("text = \"one\"", "outcome = \"hangs\"")),
            ("src/quiz.md:4", "`out`: no option is right", "`counts` prints \"one\\ntwo\\nthree\\none\""),
        ),
        (
            &prints("panics", &texts("text = \"one\"", "outcome = \"hangs\"")),
            ("src/quiz.md:4", "`out`: no option is right", "add an option with `outcome = \"run-fail\"`"),
        ),
        (
            &prints("varies", &texts("text = \"1\"", "text = \"2\"")),
            ("src/quiz.md:4", "the output of `varies` varies", "always prints the same"),
        ),
        (
            &prints("counts", &texts(all, "outcome = \"run-pass\"")),
            ("src/quiz.md:20", "the outcome `run-pass`", "known here: hangs"),
        ),
        (
            &prints("counts", &texts(all, "text = \"1\"\noutcome = \"hangs\"")),
            ("src/quiz.md:19", "an option that says neither or both", "text = "),
        ),
    ]);
}

#[test]
fn corner_and_bound_that_the_compiler_cannot_be_asked_are_named() {
    let corner = |ty: &str, whys: &str| {
        format!(
            "[[question]]\nid = \"corner\"\nkind = \"corner\"\ntype = \"{ty}\"\nask = \"Which?\"\n\n[question.why]\n{whys}"
        )
    };
    let whys = "both = \"No.\"\nsync = \"No.\"\nneither = \"No.\"\n";
    let bound = |claim: &str, bounds: [&str; 2]| {
        let option = |bound: &str| format!("\n[[question.option]]\nbound = \"{bound}\"\nwhy = \"So.\"\n");
        format!(
            "[[question]]\nid = \"bound\"\nkind = \"bound\"\nclaim = \"{claim}\"\nask = \"Which?\"\n{}",
            bounds.map(option).concat()
        )
    };
    let arc = "Arc<T>: Send where T: {}";
    let book_of = book();
    assert_problems(&checked(&book_of, &corner("Cell<u8>", whys)).problems, &[]);
    assert_problems(&checked(&book_of, &bound(arc, ["Send + Sync", "Send"])).problems, &[]);
    check(&[
        (&corner("Sell<u8>", whys), ("src/quiz.md:7", "`Sell<u8>: !Send + !Sync` cannot be checked", "in scope")),
        (&corner("Cell<u8", whys), ("src/quiz.md:7", "cannot be read", "TYPE")),
        (&corner("Rc<u8>", whys), ("src/quiz.md:4", "`corner`: `send` is wrong and has no `why`", "why = ")),
        (
            &corner("Rc<u8>", "both = \"No.\"\nSend = \"No.\"\nsync = \"No.\""),
            ("src/quiz.md:12", "unknown field `Send`", "known: both, send"),
        ),
        (
            &bound("Arc<T>: Send where T: Sync", ["Send", ""]),
            ("src/quiz.md:7", "has no one place for the bound", "write `{}`"),
        ),
        (&bound(arc, ["Send", "Sync"]), ("src/quiz.md:4", "`bound`: no option is right", "add the option that holds")),
        (
            &bound(arc, ["Send + Sync", "Snyc"]),
            ("src/quiz.md:14", "`Arc<T>: Send where T: Snyc` cannot be checked", "in scope"),
        ),
        (
            &bound("Rc<T>: !Send where T: {}", ["Send", "Sync"]),
            ("src/quiz.md:7", "says what does not hold", "without the `!`"),
        ),
    ]);
}

#[test]
fn fix_order_and_definition_need_what_they_are_made_of() {
    let fix = |listing: &str, fixes: [&str; 2]| {
        let option =
            |fix: &str| format!("\n[[question.option]]\nlisting = \"{fix}\"\ntext = \"That.\"\nwhy = \"So.\"\n");
        format!(
            "[[question]]\nid = \"fix\"\nkind = \"fix\"\nlisting = \"{listing}\"\nask = \"Which?\"\n{}",
            fixes.map(option).concat()
        )
    };
    let order = |steps: &str| {
        format!(
            "[[question]]\nid = \"order\"\nkind = \"order\"\nlisting = \"counts\"\nask = \"How?\"\nsteps = [{steps}]\nwhy = \"So.\"\n"
        )
    };
    let definition = |head: &str, rights: [&str; 2]| {
        let option = |right: &str| format!("\n[[question.option]]\ntext = \"That.\"\nwhy = \"So.\"\n{right}\n");
        format!(
            "[[question]]\nid = \"word\"\nkind = \"definition\"\n{head}\nask = \"Which?\"\n{}",
            rights.map(option).concat()
        )
    };
    let book_of = book();
    assert_problems(&checked(&book_of, &fix("sends_rc", ["sends_arc", "panics"])).problems, &[]);
    check(&[
        (
            &fix("counts", ["sends_arc", "panics"]),
            ("src/quiz.md:4", "`fix`: `counts` has nothing to fix: it is `//@ run-pass`", "that fails"),
        ),
        (&fix("sends_rc", ["sends_arc", "counts"]), ("src/quiz.md:4", "`fix`: every option is right", "and one not")),
        (&fix("sends_rc", ["sends_rc", "panics"]), ("src/quiz.md:4", "`fix`: no option is right", "at least one")),
        (&order("\"two\", \"three\""), ("src/quiz.md:4", "fewer than three steps", "at least three")),
        (&order("\"two\", \"three\", \"four\""), ("src/quiz.md:9", "`counts` prints `four` 0 times", "once")),
        (&order("\"two\",\n\"one\", \"three\""), ("src/quiz.md:10", "`counts` prints `one` 2 times", "once")),
        (&order("\"two\", \"three\", \"two\""), ("src/quiz.md:4", "two steps are the same line", "leave one")),
        (
            &definition("computed = true", ["right = true", ""]),
            ("src/quiz.md:4", "`computed = false` is missing", "by hand"),
        ),
        (
            &definition("computed = false", ["", "right = false"]),
            ("src/quiz.md:4", "`word`: no option is right", "right = true"),
        ),
        (
            &definition("computed = false", ["right = true", "right = true"]),
            ("src/quiz.md:4", "`word`: every option is right", "is wrong"),
        ),
    ]);
}

#[test]
fn words_of_a_question_are_checked_like_the_chapters() {
    let said = |why: &str| compiles(&[BLAMED, &format!("compiles = true\nwhy = {why}")]);
    check(&[
        (&said("\"`Rc<u8>: Send`\""), ("src/quiz.md:16", "the claim `Rc<u8>: Send` does not hold", "is refused")),
        (
            &said("\"\"\"\nIt is\n`Rc<u8>: Send`.\"\"\""),
            ("src/quiz.md:18", "the claim `Rc<u8>: Send` does not hold", "is refused"),
        ),
        (&said("\"`error[E0382]`\""), ("src/quiz.md:16", "a message that no listing of this chapter shows", "quote")),
        (
            &said("\"\"\"\n```rust\nfn main() {}\n```\"\"\""),
            ("src/quiz.md:17", "a listing or a snippet inside a question's words", "name a listing"),
        ),
    ]);
    // What the question's own listing says may be quoted.
    let quoted = said("\"`Rc<i32>` cannot be sent between threads safely\"");
    assert_problems(&checked(&book(), &quoted).problems, &[]);
}

#[test]
fn quiz_stands_once_in_a_chapter_under_its_heading() {
    let book = book();
    let good = chapter(&compiles(&[BLAMED, COMPILES]));
    let fence = good.strip_prefix("## Quiz\n\n").unwrap();
    let five = |fence: &str| fence.split("[[question]]\nid = \"more-3\"").next().unwrap().to_owned() + "```\n";
    let cases: [(String, &[Expected]); 5] = [
        (fence.to_owned(), &[("src/quiz.md:1", "does not stand under `## Quiz`", "above it")]),
        (format!("## Quiz\n\n## Links\n\n{fence}"), &[("src/quiz.md:5", "does not stand under `## Quiz`", "above it")]),
        (format!("{good}\n{fence}"), &[("src/quiz.md:76", "a second quiz in one chapter", "the quiz on line 3")]),
        (
            format!("## Quiz\n\n{}", five(fence)),
            &[("src/quiz.md:3", "at least 5 questions, and this one has 4", "[[question]]")],
        ),
        (format!("````admonish\n{good}````\n"), &[("src/quiz.md:1", "inside an admonition", "before or after")]),
    ];
    for (text, expected) in cases {
        book.write("src/quiz.md", &text);
        assert_problems(&book.check().problems, expected);
    }
}

const ALL_KINDS: &str = "\
[[question]]
id = \"rc\"
kind = \"compiles\"
listing = \"sends_rc\"
ask = \"Does *it*? `Rc<u8>: !Send`\"
see = \"#quiz\"
[[question.option]]
compiles = true
why = \"No.\"
[[question.option]]
line = \"std::thread::spawn(move || drop(session));\"

[[question]]
id = \"out\"
kind = \"prints\"
listing = \"counts\"
ask = \"What?\"
[[question.option]]
text = \"one\"
why = \"There is more.\"
[[question.option]]
text = \"\"\"
one
two
three
one\"\"\"

[[question]]
id = \"cell\"
kind = \"corner\"
type = \"Own\"
ask = \"Which?\"
why = { both = \"No.\", sync = \"No.\", neither = \"No.\" }

[[question]]
id = \"ref\"
kind = \"bound\"
claim = \"&T: Send where T: {}\"
ask = \"Which?\"
[[question.option]]
bound = \"Send + Sync\"
why = \"More than is needed.\"
[[question.option]]
bound = \"Sync\"
[[question.option]]
bound = \"\"
why = \"No.\"

[[question]]
id = \"mend\"
kind = \"fix\"
listing = \"sends_rc\"
ask = \"Which?\"
[[question.option]]
listing = \"panics\"
text = \"Panic.\"
why = \"No.\"
[[question.option]]
listing = \"sends_arc\"
text = \"An `Arc`.\"

[[question]]
id = \"steps\"
kind = \"order\"
listing = \"unshown\"
ask = \"How?\"
steps = [\"three\", \"one\", \"two\"]
why = \"So.\"
";

#[test]
fn keys_are_what_the_compiler_says() {
    let book = book();
    book.write("examples/unshown.rs", "fn main() {\n    println!(\"one\\ntwo\\nthree\");\n}\n");
    book.bless(&[]).unwrap();
    let text = format!("<!-- claims: struct Own(Cell<u8>); -->\n\n{}", chapter(ALL_KINDS));
    book.write("src/quiz.md", &text);
    let report = book.check();
    assert_problems(&report.problems, &[]);
    assert_eq!(report.totals.questions, 10);
    let first = serde_json::to_value(&report.questions[0]).unwrap();
    let expected = serde_json::json!({
        "file": "src/quiz.md", "line": 6, "id": "rc", "kind": "compiles", "ask": "Does *it*? `Rc<u8>: !Send`"
    });
    assert_eq!(first, expected);
    let chapter = Chapter { path: "quiz.md".into(), text };
    let page = expand(&book.project(), &chapter, Target::Page(&report)).unwrap();
    let question = |id: &str| {
        let start = page.find(&format!("id=\"quiz-{id}\"")).unwrap_or_else(|| panic!("no `{id}` in {page}"));
        page[start..].split("</crossing-question>").next().unwrap()
    };
    let places = |html: &str, mark: &str| -> Vec<String> {
        let items =
            html.split("<li data-option=\"").skip(1).filter(|item| item.split('>').next().unwrap().contains(mark));
        items.map(|item| item.split('"').next().unwrap().to_owned()).collect()
    };
    for (id, right) in [("rc", "1"), ("out", "1"), ("cell", "1"), ("ref", "1"), ("mend", "1"), ("more-0", "0")] {
        assert_eq!(places(question(id), "data-right=\"yes\""), [right], "{id}");
    }
    let steps = question("steps").split("question-steps").nth(1).unwrap();
    assert_eq!(places(steps, ""), ["1", "2", "0"]);
    // What tells stands in the answer, and all that was said of the program is there.
    for id in ["rc", "out", "mend", "steps"] {
        let (asked, answer) = question(id).split_once("<details class=\"question-answer\">").unwrap();
        assert!(!asked.contains("listing-outcome") && !asked.contains("<mark"), "{asked}");
        assert!(answer.contains("listing-outcome"), "{answer}");
    }
    assert!(question("rc").contains("cannot be sent between threads safely"));
    assert!(
        question("rc").contains("Does *it*? <code class=\"claim\" data-send=\"no\">"),
        "Markdown stays, and claims are marked"
    );
    assert!(question("cell").contains("data-send=\"yes\" data-sync=\"no\">Own"));
    assert!(page.contains("10 questions"), "the foot counts them");
    assert!(!page.contains("[[question"), "no TOML on the page");
}

#[test]
fn other_tools_get_the_listings_that_only_a_quiz_shows() {
    let book = book();
    book.write("examples/unshown.rs", "fn main() {\n    println!(\"one\\ntwo\\nthree\");\n}\n");
    let text = format!("{{{{#listing sends_rc}}}}\n\n{}", chapter(ALL_KINDS));
    let chapter = Chapter { path: "quiz.md".into(), text };
    for target in [Target::Rustdoc, Target::Skeptic] {
        let expanded = expand(&book.project(), &chapter, target).unwrap();
        assert!(!expanded.contains("question") && !expanded.contains("```quiz"), "{expanded}");
        assert_eq!(expanded.matches("```rust").count(), 5, "each listing once: {expanded}");
    }
}

#[test]
fn page_without_a_key_is_not_written() {
    let book = book();
    let report = checked(&book, &compiles(&[BLAMED, COMPILES]));
    let text = chapter(&compiles(&[BLAMED, COMPILES]).replace("\"rc\"", "\"other\""));
    let chapter = Chapter { path: "quiz.md".into(), text };
    let error = expand(&book.project(), &chapter, Target::Page(&report)).unwrap_err().to_string();
    assert!(error.contains("`other` has no key\n --> src/quiz.md:4"), "{error}");
}

#[test]
fn markdown_of_questions_is_found_with_its_lines() {
    let text = chapter(&compiles(&[BLAMED, COMPILES]).replace("ask =", "see = \"other.md#x\"\nask ="));
    let pieces = Chapter { path: "quiz.md".into(), text }.questions_markdown();
    let first: Vec<(usize, &str)> = pieces.iter().take(4).map(|(line, text)| (*line, text.as_str())).collect();
    let expected = [(9, "Does it?"), (13, "An `Rc` would cross."), (17, "It does not."), (8, "[there](other.md#x)")];
    assert_eq!(first, expected);
}
