//! The published pages, whose programs run somewhere else: what is asked, what is sent, and what is said when it fails.

use serde_json::{Value, json};

use crate::figure::Figure;
use crate::page::Page;
use crate::published::{Mood, Published};

fn printed(text: &str) -> Mood {
    let said = "   Compiling playground v0.0.1 (/playground)\n    Finished `dev` profile\n     Running `target/debug/playground`\n";
    Mood::Answers(json!({ "success": true, "exitDetail": "Exited with status 0", "stdout": text, "stderr": said }))
}

pub fn asks_once_before_anything_is_sent(page: &Page) {
    let online = Published::book();
    online.playground_is(printed("from afar\n"));
    page.go(&format!("{}/how-to-read.html", online.origin));
    let listing = Figure::with_outcome(page, "run-pass");
    listing.start();
    let asked = listing.trouble();
    let host = online.playground.trim_start_matches("http://").trim_end_matches('/');
    assert!(asked.notice.contains(host) && asked.notice.contains("asked once"), "{asked:?}");
    listing.choose("Do not send");
    assert_eq!(online.received(), [], "sent without leave");
    listing.start();
    listing.trouble();
    listing.choose("Send and run");
    let panel = listing.panel();
    assert!(panel.title.contains(host) && panel.title.contains("rustc 1.77.7"), "{panel:?}");
    assert_eq!(panel.streams.get("standard output").map(|text| text.trim_end()), Some("from afar"), "{panel:?}");
    assert_eq!(panel.streams.len(), 1, "cargo's own words are shown: {panel:?}");
    let sent: Vec<(String, Value)> = online.received().into_iter().filter(|(path, _)| path == "/execute").collect();
    let [(_, body)] = sent.as_slice() else { panic!("{sent:?}") };
    let keys: Vec<&String> = body.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["channel", "code", "crateType", "edition", "mode", "tests"], "{body}");
    assert_eq!((&body["channel"], &body["edition"]), (&json!("stable"), &json!("2024")), "{body}");
    assert!(body["code"].as_str().is_some_and(|code| code.contains("fn main()")), "{body}");
    // Not again, on this page or on another.
    page.go(&format!("{}/index.html", online.origin));
    let other = Figure::with_outcome(page, "run-pass");
    other.start();
    assert_eq!(other.panel().outcome.as_deref(), Some("run-pass"));
}

/// A reader who has agreed, on a page of the published book.
fn agreed<'p>(page: &'p Page, online: &Published, path: &str) -> Figure<'p> {
    page.go(&format!("{}/{path}", online.origin));
    page.eval_with::<()>(
        "localStorage.setItem('crossing:sends-code-to', given)",
        json!(online.playground.trim_end_matches('/')),
    );
    Figure::with_outcome(page, "run-pass")
}

pub fn tells_every_failure_in_words_and_shows_what_is_recorded(page: &Page) {
    let online = Published::book();
    let listing = agreed(page, &online, "how-to-read.html");
    let cases = [
        (Mood::Says(400, r#"{"error":"no such channel"}"#), "refused the program: no such channel"),
        (Mood::Says(500, r#"{"error":"out of space"}"#), "refused the program: out of space"),
        (Mood::Says(429, ""), "has too many programs to run"),
        (Mood::Says(502, "<html>Bad gateway"), "answered with the status 502"),
        (Mood::Says(200, "<html>hotel network"), "an answer that is none of its own"),
        (Mood::Says(200, "{}"), "an answer that is none of its own"),
        (Mood::Slow, "gave no answer within 0.4 seconds"),
    ];
    page.eval::<()>("CrossingPlayground.PATIENCE_MS = 400");
    for (mood, words) in cases {
        online.playground_is(mood);
        listing.start();
        let said = listing.trouble();
        assert!(said.notice.contains(words), "{words}: {said:?}");
        assert!(said.notice.contains("Below: the output recorded when this page was built, with rustc 1."), "{said:?}");
        page.eval::<()>("document.querySelectorAll(\"[data-kind='run']\").forEach((panel) => panel.remove())");
    }
}

pub fn out_of_reach_says_how_to_get_a_playground(page: &Page) {
    // Nobody listens there any more.
    let gone = Published::book().playground;
    let online = Published::folder(crate::book::root().join("book/html"), move |playground, text| {
        text.replace(playground, &gone)
    });
    let listing = agreed(page, &online, "how-to-read.html");
    page.eval_with::<()>(
        "localStorage.setItem('crossing:sends-code-to', new URL(document.querySelector('meta[itemprop=playground-url]').content).origin)",
        json!(null),
    );
    listing.start();
    let said = listing.trouble();
    assert!(said.notice.contains("cannot be reached") && said.notice.contains("cargo run"), "{said:?}");
    assert!(said.notice.contains("Below: the output recorded"), "{said:?}");
    page.eval::<()>("document.querySelectorAll(\"[data-kind='run']\").forEach((panel) => panel.remove())");
    listing.rewrite("fn main() {}");
    listing.start();
    let said = listing.trouble();
    assert!(said.notice.contains("cargo run") && said.notice.contains("not for yours"), "{said:?}");
}

pub fn without_a_playground_the_recorded_result_comes_at_once(page: &Page) {
    let nowhere =
        Published::folder(crate::book::root().join("book/html"), |playground, text| text.replace(playground, ""));
    page.go(&format!("{}/how-to-read.html", nowhere.origin));
    let listing = Figure::with_outcome(page, "run-pass");
    const CLICK: &str = r#"
        const run = document.querySelector(`${given} .listing-tools .run`);
        return new Promise((resolve) => {
          const begun = performance.now();
          run.click();
          // Until the frame that shows it has been made.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        });
    "#;
    let mut millis: Vec<f64> = (0..20).map(|_| page.eval_with(CLICK, json!(listing.selector))).collect();
    millis.sort_by(f64::total_cmp);
    let millis = millis[millis.len() / 2];
    let said = listing.trouble();
    assert!(
        said.notice.contains("names no playground") && said.notice.contains("Below: the output recorded"),
        "{said:?}"
    );
    println!("the recorded result is on the screen {millis:.1} ms after the click (median of 20)");
    assert!(millis < 50.0, "{millis} ms");
    assert_eq!(nowhere.received(), []);
}

pub fn a_fault_can_be_run_under_miri(page: &Page) {
    let online = Published::book();
    agreed(page, &online, "how-to-read.html");
    page.go(&format!("{}/how-to-read.html", online.origin));
    let listing = Figure::with_outcome(page, "data-race");
    let report = "     Running `/playground/.rustup/miri`\nerror: Undefined Behavior: Data race detected between (1) write and (2) read\n";
    online.playground_is(Mood::Answers(
        json!({ "success": false, "exit_detail": "Exited with status 1", "stdout": "", "stderr": report }),
    ));
    listing.choose("Run under Miri");
    let panel = listing.panel();
    assert_eq!(panel.outcome.as_deref(), Some("data-race"), "{panel:?}");
    assert!(panel.title.contains("miri 0.7.7") && panel.title.contains("exited with status 1"), "{panel:?}");
    assert!(panel.streams.get("Miri’s report").is_some_and(|text| text.contains("Data race detected")), "{panel:?}");
    let sent = online.received();
    let (_, body) = sent.iter().find(|(path, _)| path == "/miri").unwrap_or_else(|| panic!("{sent:?}"));
    assert_eq!(body.as_object().expect("an object").keys().collect::<Vec<_>>(), ["code", "edition", "tests"]);
    // Where nothing is at fault there is nothing to look for.
    assert_eq!(Figure::with_outcome(page, "run-pass").texts(".miri"), [""; 0]);
}

pub fn opens_the_program_in_the_playground_that_the_book_names(page: &Page) {
    let online = Published::book();
    page.go(&format!("{}/how-to-read.html", online.origin));
    let listing = Figure::with_outcome(page, "run-pass");
    listing.rewrite("fn main() { /* mine & + */ }");
    page.focus(&listing.part(".listing-tools .open"));
    let link: String =
        page.eval_with("return document.querySelector(given).href", json!(listing.part(".listing-tools .open")));
    let query = link.strip_prefix(&online.playground).unwrap_or_else(|| panic!("{link}"));
    let expected = "?version=stable&mode=debug&edition=2024&code=fn+main%28%29+%7B+%2F*+mine+%26+%2B+*%2F+%7D";
    assert_eq!(query, expected);
    assert_eq!(online.received(), []);
}
