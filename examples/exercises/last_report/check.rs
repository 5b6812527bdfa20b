//@ forbid: unsafe_code = "the count is kept by `Arc`: look for one step that lets go and tells whether it was the last"
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// All tests meet at the same barrier.
static TURN: Mutex<()> = Mutex::new(());

/// Lets two workers finish at once, and returns what they have.
fn two_workers() -> Vec<Report> {
    let served = AtomicU32::new(0);
    let report = Arc::new(Report { served });
    let (done, reports) = mpsc::channel();
    for handle in [Arc::clone(&report), report] {
        let done = done.clone();
        std::thread::spawn(move || done.send(work(handle)));
    }
    let stuck = "a worker never comes back from `finish`: does each wait for the other to let go?";
    let wait = |_| reports.recv_timeout(Duration::from_secs(2)).expect(stuck);
    (0..2).filter_map(wait).collect()
}

#[test]
fn one_worker_has_the_report() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    for _ in 0..50 {
        let reports = two_workers();
        assert!(
            !reports.is_empty(),
            "nobody has the report: both workers looked, saw the other's handle, and let go"
        );
        assert_eq!(
            reports.len(),
            1,
            "two workers have a report, so each has a copy of it: the report itself is to be given out"
        );
        let served = reports[0].served.load(SeqCst);
        assert_eq!(
            served, 2,
            "two workers served, and the report says {served}"
        );
    }
}

/// Whether the answer has `words` outside of its comments.
fn named(words: &str) -> bool {
    ANSWER
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .any(|line| line.contains(words))
}

#[test]
fn they_still_meet() {
    assert!(
        named("MEET.wait()"),
        "the moment that `MEET` makes certain was taken away: it can still come, and is harder to find"
    );
}

#[test]
fn letting_go_is_one_step() {
    assert!(
        named("Mutex") || !named("try_unwrap"),
        "`try_unwrap` gives the handle back: between that and its drop, the other worker looks and finds two handles"
    );
}
