//@ forbid: unsafe_code = "a job that owns a cell would be called by two threads at once: ask for what such a call needs"
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier, MutexGuard};
use std::time::Duration;

/// May be sent and cloned, and must not be shared.
#[derive(Clone)]
struct OwnedByEachWorker(Cell<usize>);

impl OwnedByEachWorker {
    fn next(&self) -> usize {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }
}

/// May be shared, and neither sent nor cloned.
struct LentAndNeverSent(PhantomData<MutexGuard<'static, u8>>);

#[test]
fn a_job_that_owns_a_cell_is_cloned() {
    let hits = OwnedByEachWorker(Cell::new(1));
    let count = move || hits.next();
    assert_eq!(
        by_clones(count),
        [2, 2],
        "each worker is to count in a job of its own"
    );
}

#[test]
fn a_job_that_is_used_up_is_cloned() {
    let used_up_by_each_worker = String::from("welcome");
    let job = move || used_up_by_each_worker.into_bytes().len();
    assert_eq!(
        by_clones(job),
        [7, 7],
        "each worker is to use up a text of its own"
    );
}

#[test]
fn a_job_that_cannot_be_sent_is_lent() {
    let witness = LentAndNeverSent(PhantomData);
    let owned_by_the_caller = String::from("welcome");
    let borrowed = &owned_by_the_caller;
    let job = move || {
        let _whole = &witness;
        borrowed.len()
    };
    assert_eq!(
        by_loan(job),
        [7, 7],
        "both workers are to call the one job that they are lent"
    );
}

#[test]
fn both_workers_run_at_the_same_time() {
    let (report, reports) = channel();
    for lend in [false, true] {
        let report = report.clone();
        let meet = Arc::new(Barrier::new(2));
        let job = move || {
            meet.wait();
            0
        };
        let all = std::thread::spawn(move || {
            let _ = if lend { by_loan(job) } else { by_clones(job) };
            report.send(()).unwrap();
        });
        let waited = reports.recv_timeout(Duration::from_secs(5));
        assert!(
            waited.is_ok(),
            "one worker waits until the other is done: start both before you join either"
        );
        all.join().unwrap();
    }
}
