//! "The sources, checked" keeps its word: every claim once, each verdict with what bears it out, and right sums.

use std::fs;
use std::path::Path;

/// How many claims the five documents were taken apart into.
const CLAIMS: [(char, usize); 4] = [('A', 54), ('B', 72), ('C', 27), ('D', 50)];
/// At least so many are proved by the build.
const PROVED: usize = 150;
/// The verdicts, as `data-verdict` and as readers read them.
const VERDICTS: [(&str, &str); 5] = [
    ("holds", "holds"),
    ("outdated", "outdated"),
    ("imprecise", "imprecise"),
    ("wrong", "wrong"),
    ("not", "not a matter for a machine"),
];

#[test]
fn every_claim_stands_there_once() {
    let rows = rows(&page());
    let named: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let expected = CLAIMS
        .iter()
        .flat_map(|&(part, count)| (1..=count).map(move |number| format!("{part}{number:02}")));
    assert_eq!(
        named,
        expected.collect::<Vec<_>>(),
        "one row for each claim, in order"
    );
    let ids: Vec<String> = rows.iter().map(|row| row.id.to_uppercase()).collect();
    assert_eq!(ids, named, "a row's id is its name in small letters");
}

#[test]
fn every_verdict_has_a_proof_a_document_or_a_reason() {
    for row in rows(&page()) {
        let word = VERDICTS
            .iter()
            .find(|(verdict, _)| *verdict == row.verdict)
            .map(|(_, word)| *word);
        let word =
            word.unwrap_or_else(|| panic!("{}: there is no verdict `{}`", row.name, row.verdict));
        assert!(
            row.word.starts_with(word),
            "{}: `{}` is read as `{}`",
            row.name,
            row.verdict,
            row.word
        );
        let has_reason = row.verdict == "not" && !row.answer.is_empty();
        let stands = row.is_proved() || row.is_looked_up() || has_reason;
        assert!(
            stands,
            "{}: no claim, no listing, no document, and no reason why",
            row.name
        );
    }
}

#[test]
fn the_sums_are_those_of_the_rows() {
    let page = page();
    let rows = rows(&page);
    let count = |part: Option<char>, verdict: Option<&str>| {
        let of_part = rows
            .iter()
            .filter(|row| part.is_none_or(|part| row.name.starts_with(part)));
        of_part
            .filter(|row| verdict.is_none_or(|verdict| row.verdict == verdict))
            .count()
            .to_string()
    };
    let states = |line: &str| assert!(page.contains(line), "the page must say `{line}`");
    let every = [Some('A'), Some('B'), Some('C'), Some('D'), None];
    let line = |word: &str, verdict| {
        let cells = every.map(|part| count(part, verdict));
        format!("\n| {word} | {} |\n", cells.join(" | "))
    };
    VERDICTS
        .iter()
        .for_each(|(verdict, word)| states(&line(word, Some(verdict))));
    states(&line("all", None));
    for (part, _) in CLAIMS {
        let sums =
            VERDICTS.map(|(verdict, word)| format!("{word} {}", count(Some(part), Some(verdict))));
        states(&format!(
            "\n**{} claims**: {}.\n",
            count(Some(part), None),
            sums.join(", ")
        ));
    }
    let proved = rows.iter().filter(|row| row.is_proved()).count();
    assert!(
        proved >= PROVED,
        "only {proved} of {} rows are proved by the build",
        rows.len()
    );
    let sentence = format!(
        "That leaves {proved} of {} rows proved by the build.",
        rows.len()
    );
    assert!(
        folded(&page).contains(&sentence),
        "the page must say `{sentence}`"
    );
}

struct Row {
    id: String,
    name: String,
    verdict: String,
    word: String,
    /// What follows the claim: what is true today, and the proof.
    answer: String,
}

impl Row {
    /// Whether the build bears the verdict out: by a claim in the row, or by a listing.
    fn is_proved(&self) -> bool {
        let by_claim = self.answer.split('`').skip(1).step_by(2).any(is_claim);
        let by_listing = self.answer.contains("#listing-");
        (by_claim || by_listing) && self.verdict != "not" && !self.is_looked_up()
    }

    fn is_looked_up(&self) -> bool {
        self.answer.contains("Looked up:")
    }
}

/// Whether inline code says of a type, and not of a bare parameter, that it has a trait or lacks it.
fn is_claim(code: &str) -> bool {
    let Some((subject, bound)) = code.split_once(": ") else {
        return false;
    };
    let bound = bound.strip_prefix('!').unwrap_or(bound);
    subject.len() > 1
        && ["Send", "Sync", "Copy", "Clone", "'static"]
            .iter()
            .any(|name| bound.starts_with(name))
}

/// The rows of the page: list items that begin with `<b id="a01">A01</b> <i data-verdict="holds">holds</i>`.
fn rows(page: &str) -> Vec<Row> {
    let rows = page.split("\n- <b id=\"").skip(1).map(|row| {
        let row = row.split("\n\n</div>").next().unwrap_or(row);
        let row = row.split("\n\n###").next().unwrap_or(row);
        let (id, rest) = row.split_once("\">").expect("an id ends");
        let (name, rest) = rest
            .split_once("</b> <i data-verdict=\"")
            .expect("a name is followed by a verdict");
        let (verdict, rest) = rest.split_once("\">").expect("a verdict ends");
        let (word, rest) = rest.split_once("</i>").expect("the verdict's word ends");
        let answer = rest.split_once("\n\n").map_or("", |(_, answer)| answer);
        let [id, name, verdict, word, answer] = [id, name, verdict, word, answer].map(folded);
        Row {
            id,
            name,
            verdict,
            word,
            answer,
        }
    });
    rows.collect()
}

/// The text with every run of white space as one space.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sources-checked.md");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
