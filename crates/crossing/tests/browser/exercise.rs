//! An exercise in its chapter, and the page of all exercises.

use std::path::Path;

use listing::Project;
use listing::exercise::Exercise;
use serde_json::{Value, json};

use crate::figure::Figure;
use crate::page::{CONTROL, ENTER, Page};

const CHAPTER: &str = "thread-boundary.html";

pub fn puts_answer_and_check_together_as_the_checker_does(page: &Page) {
    page.open(CHAPTER);
    for name in ["visitor_log", "last_seat"] {
        let exercise = exercise(name);
        for answer in [exercise.solution.text.as_str(), "const A: &str = r#\"\"#; \"##", ""] {
            let composed: String = page.eval_with(
                "return document.querySelector(`crossing-exercise[data-name=${given[0]}]`).compose(given[1])",
                json!([name, answer]),
            );
            assert_eq!(composed, exercise.check.compose(answer).0, "{name}");
        }
    }
}

/// How many tests the check of an exercise has.
fn tests_of(name: &str) -> usize {
    exercise(name).check.text.matches("#[test]").count()
}

pub fn says_in_words_what_is_wrong(page: &Page) {
    page.open(CHAPTER);
    let starter = Figure::first(page, "[data-name=last_seat_starter]");
    starter.choose("Check");
    let panel = starter.panel();
    assert!(panel.title.starts_with("Not yet"), "{panel:?}");
    let tests = starter.texts(".exercise-tests > li");
    assert_eq!(tests.len(), tests_of("last_seat"), "{tests:?}");
    let failed: Vec<&String> = tests.iter().filter(|test| test.starts_with("fails")).collect();
    assert!(
        failed.iter().any(|test| test.contains("one seat is booked once") && test.contains("and 2 of them have it")),
        "{tests:?}"
    );
    let said = spoken(page, &starter);
    assert!(said.starts_with("Not yet.") && said.contains("2 of them have it"), "not announced: {said:?}");
    assert_eq!(kept(page, "last_seat"), json!({ "state": "tried", "hints": 0 }));

    let starter = Figure::first(page, "[data-name=visitor_log_starter]");
    starter.choose("Check");
    let panel = starter.panel();
    assert!(panel.title.starts_with("Does not compile"), "{panel:?}");
    assert!(starter.texts("[data-kind=run] pre .ansi-red").iter().any(|red| red.contains("error[E0277]")), "{panel:?}");
}

pub fn is_solved_by_the_keyboard_and_remembers_it(page: &Page) {
    page.open(CHAPTER);
    let starter = Figure::first(page, "[data-name=last_seat_starter]");
    starter.choose("Edit");
    let solution = exercise("last_seat").solution.text;
    // Pasted: the editor indents what is typed.
    page.press(&[CONTROL, 'a']);
    page.eval_with::<()>("document.execCommand('insertText', false, given)", json!(solution));
    page.press(&[CONTROL, ENTER]);
    let panel = starter.panel();
    assert!(panel.title.starts_with("Solved"), "{panel:?}");
    assert_eq!(spoken(page, &starter), format!("Solved. All {} tests pass.", tests_of("last_seat")));
    assert_eq!(kept(page, "last_seat"), json!({ "state": "solved", "hints": 0, "answer": solution }));

    page.open(CHAPTER);
    let text: String =
        page.eval("return document.querySelector('crossing-exercise[data-name=last_seat] textarea').value");
    assert_eq!(text, solution);
    let level: String =
        page.eval("return words(document.querySelector('crossing-exercise[data-name=last_seat] .exercise-level'))");
    assert_eq!(level, "Exercise, middle, solved");
}

pub fn gives_its_hints_one_after_the_other(page: &Page) {
    page.open(CHAPTER);
    let seen = || -> usize {
        page.eval("return all('crossing-exercise[data-name=last_seat] > .exercise-hint').filter(shown).length")
    };
    assert_eq!(seen(), 1);
    page.focus("crossing-exercise[data-name=last_seat] > .exercise-hint > summary");
    page.press(&[ENTER]);
    page.wait::<bool>(
        "the second hint",
        "return all('crossing-exercise[data-name=last_seat] > .exercise-hint').filter(shown).length === 2",
    );
    assert_eq!(kept(page, "last_seat"), json!({ "state": "started", "hints": 1 }));
    page.media("print");
    assert_eq!(seen(), 2);
}

pub fn reads_fully_without_javascript(page: &Page) {
    page.javascript(false);
    page.open(CHAPTER);
    let seen: Vec<String> =
        page.eval("return all('crossing-exercise[data-name=last_seat] > details > summary').filter(shown).map(words)");
    assert_eq!(seen, ["Hint 1", "Hint 2", "Solution"]);
    page.open("exercises.html");
    let links: Vec<String> =
        page.eval("return all('crossing-exercises li a').filter(shown).map((link) => link.getAttribute('href'))");
    assert!(links.contains(&format!("{CHAPTER}#exercise-last_seat")), "{links:?}");
}

pub fn all_are_listed_with_what_was_done_and_what_to_review(page: &Page) {
    page.open("exercises.html");
    let reviews = || -> Vec<String> { page.eval("return all('.exercises-review li').filter(shown).map(words)") };
    assert_eq!(reviews(), [""; 0]);
    page.eval_with::<()>(
        "for (const [key, value] of Object.entries(given)) localStorage.setItem(`crossing:${key}`, JSON.stringify(value))",
        json!({
            "exercise:last_seat": { "state": "tried", "hints": 2 },
            "exercise:visitor_log": { "state": "solved", "hints": 0, "answer": "fn main() {}" },
            "quiz:thread-boundary": "not what a quiz keeps",
        }),
    );
    page.open("exercises.html");
    assert_eq!(reviews(), ["The last seat tried, not solved"]);
    let shown = || -> Vec<String> {
        page.eval("return all('.exercise-entry[data-name]').filter(shown).map((entry) => entry.dataset.name)")
    };
    let choose = |label: &str, value: &str| {
        page.eval_with::<()>(
            "const label = all('.exercises-controls label').find((label) => words(label.firstElementChild) === given[0]);
             const select = label.querySelector('select');
             select.value = given[1];
             select.dispatchEvent(new Event('input'));",
            json!([label, value]),
        );
    };
    assert!(shown().len() >= 2, "{:?}", shown());
    choose("state", "solved");
    assert_eq!(shown(), ["visitor_log"]);
    choose("level", "hard");
    assert_eq!(shown(), [""; 0]);
    choose("state", "");
    choose("level", "");
    choose("chapter", "thread-boundary");
    assert!(shown().contains(&"last_seat".to_owned()), "{:?}", shown());
}

fn exercise(name: &str) -> Exercise {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut exercises =
        Project::open(&root).and_then(|project| project.exercises()).expect("the exercises can be read");
    exercises.remove(name).unwrap_or_else(|| panic!("there is no exercise `{name}`"))
}

/// What the page keeps of an exercise.
fn kept(page: &Page, name: &str) -> Value {
    page.eval_with("return JSON.parse(localStorage.getItem(`crossing:exercise:${given}`))", json!(name))
}

/// What a screen reader was told last.
fn spoken(page: &Page, listing: &Figure<'_>) -> String {
    page.eval_with("return document.querySelector(given).textContent", json!(listing.part("> [role=status]")))
}
