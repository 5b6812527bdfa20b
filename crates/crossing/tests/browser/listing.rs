//! A listing as it stands, before anyone presses Run. What is recorded is compared with the files beside the programs.

use serde::Deserialize;
use serde_json::json;

use crate::figure::Figure;
use crate::page::{ENTER, Page, TAB};

pub fn that_fails_shows_its_name_and_the_error_with_a_link(page: &Page) {
    page.open("index.html");
    let listing = Figure::with_outcome(page, "check-fail");
    assert_eq!(listing.text(".listing-name"), format!("{}.rs", listing.name));
    assert_eq!(listing.text(".listing-head .listing-outcome"), "does not compile");
    assert_eq!(listing.text(".listing-head a[href='https://doc.rust-lang.org/error_codes/E0277.html']"), "E0277");
}

#[derive(Debug, Deserialize)]
struct Mark {
    number: usize,
    column: usize,
    decoration: String,
    thickness: String,
    labels: Vec<Label>,
}

#[derive(Debug, Deserialize)]
struct Label {
    text: String,
    below: bool,
}

pub fn that_fails_is_underlined_and_labelled_where_the_compiler_points(page: &Page) {
    const MARKS: &str = r#"
        return all("mark.span[data-primary]", document.querySelector(given)).filter(shown).map((mark) => {
          const line = mark.closest(".line");
          const before = document.createRange();
          before.setStart(line, 0);
          before.setEndBefore(mark);
          const labels = [];
          for (let next = line.nextElementSibling; next?.matches(".span-label"); next = next.nextElementSibling) {
            if (next.dataset.primary !== undefined && shown(next)) labels.push(next);
          }
          const { bottom } = mark.getBoundingClientRect();
          const { textDecorationLine: decoration, textDecorationThickness: thickness } = getComputedStyle(mark);
          return {
            number: Number(line.dataset.line), column: before.toString().length + 1, decoration, thickness,
            labels: labels.map((label) => ({ text: words(label), below: label.getBoundingClientRect().bottom > bottom })),
          };
        });
    "#;
    page.open("index.html");
    let listing = Figure::with_outcome(page, "check-fail");
    let recorded = page.book.snapshot(&listing.name, "stderr");
    let marks: Vec<Mark> = page.eval_with(MARKS, json!(listing.selector));
    let mark = marks.first().expect("something is marked");
    let at = format!("--> {}.rs:{}:{}\n", listing.name, mark.number, mark.column);
    assert!(recorded.contains(&at), "marked is {at}but the compiler said\n{recorded}");
    assert_eq!(mark.decoration, "underline");
    assert_ne!(mark.thickness, "0px");
    let label = mark.labels.first().unwrap_or_else(|| panic!("no label below {mark:?}"));
    assert!(label.below, "{label:?}");
    assert!(label.text.ends_with("cannot be sent between threads safely"), "{label:?}");
    assert!(recorded.contains(&label.text), "{label:?} is not what the compiler said:\n{recorded}");
}

pub fn that_fails_shows_the_recorded_diagnostic_in_colour(page: &Page) {
    page.open("index.html");
    let listing = Figure::with_outcome(page, "check-fail");
    let shown = listing.text("[data-kind=compiler] pre");
    let recorded = page.book.snapshot(&listing.name, "stderr");
    // The closing lines, of how many errors and where to read on, are left out.
    assert!(shown.lines().count() > 5 && recorded.starts_with(shown.trim_end()), "{shown}\n\nis not\n\n{recorded}");
    let colours: Vec<(String, String)> = page.eval_with(
        "const pre = document.querySelector(given);
         const first = (selector) => pre.querySelector(selector) ?? pre;
         return ['.ansi-red', '.ansi-blue', 'code'].map(first).map((part) => [part.textContent, getComputedStyle(part).color])",
        json!(listing.part("[data-kind=compiler] pre")),
    );
    let [(error, red), (_, blue), (_, ink)] = colours.as_slice() else { panic!("{colours:?}") };
    assert!(error.starts_with("error[E0277]"), "the error is not red: {error}");
    assert!(red != ink && blue != ink && red != blue, "red {red}, blue {blue}, ink {ink}");
}

pub fn that_passes_shows_its_recorded_output(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::with_outcome(page, "run-pass");
    assert_eq!(listing.text(".listing-outcome"), "runs");
    assert_eq!(
        listing.text("[data-kind=stdout] pre").trim_end(),
        page.book.snapshot(&listing.name, "stdout").trim_end()
    );
}

pub fn hidden_lines_are_shown_and_hidden_again(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::first(page, ":has(.listing-hidden-toggle)");
    let hidden: usize = page.eval_with("return all(given).length", json!(listing.part(".line.hidden")));
    let label = listing.text(".listing-hidden-toggle");
    assert!(
        hidden > 0 && label.trim().starts_with(&format!("{hidden} hidden line")),
        "{hidden} are hidden, but {label:?}"
    );
    let seen = || listing.texts(".line.hidden").len();
    assert_eq!(seen(), 0);
    page.click(&listing.part(".listing-hidden-toggle span"));
    assert_eq!(seen(), hidden);
    // The switch has the focus now, and a keyboard has to do as well.
    page.write(" ");
    assert_eq!(seen(), 0);
}

pub fn that_asks_keeps_its_answer_closed_until_a_key_opens_it(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::first(page, ".predict");
    assert_eq!(listing.text(".listing-question"), "Will this compile?");
    for answer in [".listing-outcome", ".listing-error", ".answer", "mark.span"] {
        assert_eq!(listing.texts(answer), [""; 0], "{answer} gives it away");
    }
    let told: bool =
        page.eval_with("return document.querySelector(given).matches('[data-outcome]')", json!(listing.selector));
    assert!(!told, "the outcome colours the listing");
    page.focus(&listing.part("> pre"));
    page.press(&[TAB]);
    let focused: String = page.eval("return document.activeElement.localName");
    assert_eq!(focused, "summary", "the key after the program leads elsewhere");
    page.press(&[ENTER]);
    let outcome = listing.text(".listing-outcome");
    assert!(["does not compile", "runs", "compiles"].contains(&outcome.as_str()), "{outcome}");
    assert!(!listing.texts(".answer").is_empty(), "an outcome, but no answer");
}

pub fn claims_carry_a_mark(page: &Page) {
    page.open("how-to-read.html");
    let unmarked: (usize, Vec<String>) = page.eval(
        "const claims = all('code.claim');
         const unmarked = claims.filter((claim) => ['none', 'normal', '\"\"'].includes(getComputedStyle(claim, '::after').content));
         return [claims.length, unmarked.map(place)]",
    );
    assert!(unmarked.0 > 2, "{unmarked:?}");
    assert_eq!(unmarked.1, [""; 0]);
}
