//@ forbid: unsafe_code = "two threads would count handles to one name, whatever is promised: which handle counts atomically?"
use std::time::Duration;

/// Asks on a thread that need not come back.
fn answer(lookups: &Sender<Lookup>, id: usize) -> Option<Name> {
    let (report, reports) = mpsc::channel();
    let lookups = lookups.clone();
    thread::spawn(move || report.send(ask(&lookups, id)));
    reports.recv_timeout(Duration::from_secs(2)).expect(
        "nobody has this number, and whoever asked waits: who still has a sender of the reply?",
    )
}

#[test]
fn names_are_found() {
    let lookups = keep(&["ada", "grace"]);
    let name = answer(&lookups, 1);
    assert_eq!(
        name.as_ref().map(|name| &name[..]),
        Some("grace"),
        "this is not the name that was kept under 1"
    );
}

#[test]
fn nobody_waits_for_a_name_that_is_not_there() {
    let lookups = keep(&["ada"]);
    assert!(
        answer(&lookups, 7).is_none(),
        "one name was kept, and the eighth was found"
    );
}

#[test]
fn names_are_not_copied() {
    let lookups = keep(&["ada"]);
    let (first, second) = (answer(&lookups, 0).unwrap(), answer(&lookups, 0).unwrap());
    assert_eq!(
        first.as_ptr(),
        second.as_ptr(),
        "each reply has a copy of its own: give out handles to one name"
    );
}
