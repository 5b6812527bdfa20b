//@ forbid: unsafe_code = "a text that is given away is gone, and no promise brings it back: what can be given instead?"
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[test]
fn each_hour_has_the_status() {
    let log = log_status(String::from("up"));
    assert_eq!(
        log.len(),
        2,
        "the log has {} lines, and `every_hour` writes one for each of two hours",
        log.len()
    );
    assert_eq!(
        log[0], "1: up",
        "the first hour does not have the status that was handed in"
    );
    assert_eq!(
        log[1], "2: up",
        "the second hour has lost the status: the closure gave away what it should keep"
    );
}

#[test]
fn each_call_has_a_status_of_its_own() {
    log_status(String::from("up"));
    let log = log_status(String::from("down"));
    assert_eq!(
        log[0], "1: down",
        "the log shows another call's status: let each closure own its text"
    );
}

#[test]
fn every_hour_asks_each_time() {
    let asked = AtomicU32::new(0);
    let log = every_hour(move || format!("asked {}", asked.fetch_add(1, SeqCst)));
    assert_eq!(
        log,
        ["1: asked 0", "2: asked 1"],
        "`every_hour` no longer takes a report for each hour, and its other callers rely on that: mend the call"
    );
}
