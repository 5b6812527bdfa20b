//@ forbid: unsafe_code = "nobody may promise that for a `Ref`: with one, a worker reaches the borrow flag, which is a plain number"
use std::cell::RefCell;

fn log() -> RefCell<Vec<String>> {
    RefCell::new(vec!["started".into(), "listening".into()])
}

#[test]
fn a_worker_reads_the_log() {
    let here = std::thread::current().id();
    let (lines, there) = read_elsewhere(&log(), |log| (log.len(), std::thread::current().id()));
    assert_eq!(lines, 2, "the worker is to see every line of the log");
    assert_ne!(
        there, here,
        "the log was read on the thread of the caller: it is to be read by a worker"
    );
}

#[test]
fn it_reads_no_copy() {
    let log = log();
    let at = read_elsewhere(&log, |lines| lines.as_ptr().addr());
    assert_eq!(
        at,
        log.borrow().as_ptr().addr(),
        "the worker read a copy of the log: the caller has it borrowed, and can lend what it borrowed"
    );
}

#[test]
fn the_log_survives_its_reader() {
    let log = log();
    let fails = std::panic::AssertUnwindSafe(|| {
        read_elsewhere(&log, |_| panic!("this reader fails on purpose"))
    });
    assert!(
        std::panic::catch_unwind(fails).is_err(),
        "a reader that panics is to be heard of"
    );
    assert_eq!(
        log.try_borrow().ok().map(|lines| lines.len()),
        Some(2),
        "a reader panicked and took the log with it: leave the lines where they are, and borrow them"
    );
}

#[test]
fn it_may_be_written_afterward() {
    let log = log();
    read_elsewhere(&log, |_| ());
    assert!(
        log.try_borrow_mut().is_ok(),
        "after the call the log is still borrowed: let the borrow end with it"
    );
}
