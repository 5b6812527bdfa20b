//! Run, against the playground that `crossing serve` brings along.

use crate::figure::{Figure, Panel};
use crate::page::{CONTROL, ENTER, Page};

pub fn of_a_passing_listing_shows_its_output_and_where_it_ran(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::with_outcome(page, "run-pass");
    let panel = listing.run();
    // "Runs" is the page's word for: it compiled, and ended with 0.
    assert_eq!(panel.outcome.as_deref(), Some("run-pass"), "{panel:?}");
    assert!(panel.title.starts_with("runs"), "{panel:?}");
    assert!(panel.title.contains("on this computer") && panel.title.contains("rustc 1."), "{panel:?}");
    assert_eq!(out(&panel).trim_end(), page.book.snapshot(&listing.name, "stdout").trim_end());
    assert_eq!(panel.streams.len(), 1, "{panel:?}");
}

pub fn of_a_failing_listing_shows_the_error(page: &Page) {
    page.open("index.html");
    let listing = Figure::with_outcome(page, "check-fail");
    let panel = listing.run();
    assert_eq!(panel.outcome.as_deref(), Some("check-fail"), "{panel:?}");
    assert!(panel.title.starts_with("does not compile"), "{panel:?}");
    let said = panel.streams.values().find(|text| text.contains("error[E0277]"));
    let said = said.unwrap_or_else(|| panic!("{panel:#?}"));
    // The first line is the error's own, and does not depend on the folder that it was compiled in.
    assert_eq!(said.lines().next(), page.book.snapshot(&listing.name, "stderr").lines().next());
    assert!(listing.texts("[data-kind=run] pre .ansi-red").iter().any(|red| red.contains("error[E0277]")), "no colour");
    assert!(!panel.streams.contains_key(OUT), "{panel:?}");
}

pub fn says_whether_it_came_to_what_was_recorded(page: &Page) {
    const RECORDED: &str = ".answer:not([data-kind=run])";
    page.open("index.html");
    for outcome in ["run-pass", "check-fail"] {
        let listing = Figure::with_outcome(page, outcome);
        assert_ne!(listing.texts(RECORDED), [""; 0], "{outcome}: nothing is recorded");
        listing.run();
        assert_eq!(listing.text(".run-same"), "The same was recorded when this page was built.");
        assert_eq!(listing.texts(RECORDED), [""; 0], "{outcome}: it is shown twice");
        listing.rewrite("fn main() { println!(\"another\"); }");
        listing.run();
        assert_eq!(listing.texts(".run-same"), [""; 0], "{outcome}: another program");
        assert_ne!(listing.texts(RECORDED), [""; 0], "{outcome}: what was recorded is gone");
    }
}

pub fn keeps_the_streams_apart(page: &Page) {
    page.open("how-to-read.html");
    let listing = Figure::with_outcome(page, "run-fail");
    let panel = listing.run();
    assert_eq!(panel.outcome.as_deref(), Some("run-fail"), "{panel:?}");
    assert!(panel.title.starts_with("panics"), "{panel:?}");
    assert!(panel.streams.get(ERR).is_some_and(|text| text.contains("panicked at")), "{panel:?}");
    assert!(!panel.streams.contains_key(OUT), "{panel:?}");
    // One program with something to say on both.
    let listing = Figure::with_outcome(page, "run-pass");
    listing.rewrite("fn main() { println!(\"well\"); eprintln!(\"beware\"); }");
    let panel = listing.run();
    assert_eq!(panel.streams.get(OUT).map(|text| text.trim_end()), Some("well"), "{panel:?}");
    assert_eq!(panel.streams.get(ERR).map(|text| text.trim_end()), Some("beware"), "{panel:?}");
}

pub fn starts_with_control_and_enter(page: &Page) {
    page.open("index.html");
    let (runs, other) = (Figure::with_outcome(page, "run-pass"), Figure::with_outcome(page, "check-fail"));
    page.focus(&runs.part("> pre"));
    page.press(&[CONTROL, ENTER]);
    assert_eq!(out(&runs.panel()).trim_end(), page.book.snapshot(&runs.name, "stdout").trim_end());
    assert_eq!(other.texts("[data-kind=run]"), [""; 0], "the key ran another listing too");
}

pub fn results_of_two_listings_do_not_mix(page: &Page) {
    page.open("index.html");
    let (runs, fails) = (Figure::with_outcome(page, "run-pass"), Figure::with_outcome(page, "check-fail"));
    for (first, second) in [(&runs, &fails), (&fails, &runs)] {
        first.start();
        second.start();
        let (ran, failed) = (runs.panel(), fails.panel());
        assert_eq!(out(&ran).trim_end(), page.book.snapshot(&runs.name, "stdout").trim_end());
        assert_eq!((ran.outcome.as_deref(), failed.outcome.as_deref()), (Some("run-pass"), Some("check-fail")));
        assert!(
            failed.streams.values().any(|text| text.contains("E0277")) && !failed.streams.contains_key(OUT),
            "{failed:?}"
        );
        page.open("index.html");
    }
}

const OUT: &str = "standard output";
const ERR: &str = "standard error";

#[track_caller]
fn out(panel: &Panel) -> &str {
    let Some(text) = panel.streams.get(OUT) else { panic!("no output: {panel:#?}") };
    text
}
