use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Calls `next` on a thread that need not come back.
fn next_of(queue: &Arc<Queue>) -> Receiver<Option<u32>> {
    let (report, reports) = mpsc::channel();
    let queue = Arc::clone(queue);
    std::thread::spawn(move || report.send(queue.next()));
    reports
}

/// What a worker reports, or `None` if it still waits.
fn reported<T>(reports: &Receiver<T>, millis: u64) -> Option<T> {
    reports.recv_timeout(Duration::from_millis(millis)).ok()
}

#[test]
fn jobs_that_are_left_are_handed_out() {
    let queue = Arc::new(Queue::new(vec![1, 2]));
    queue.close();
    let first = reported(&next_of(&queue), 2000).flatten();
    let second = reported(&next_of(&queue), 2000).flatten();
    let sum = first.unwrap_or(0) + second.unwrap_or(0);
    assert_eq!(
        sum, 3,
        "jobs were left when the queue was closed, and were not handed out"
    );
    let end = reported(&next_of(&queue), 2000);
    assert_eq!(
        end,
        Some(None),
        "the queue is closed and empty, and `next` does not return `None`: who remembers that it was closed?"
    );
}

#[test]
fn all_that_sleep_wake() {
    let queue = Arc::new(Queue::new(Vec::new()));
    let workers = [next_of(&queue), next_of(&queue)];
    for worker in &workers {
        let answer = reported(worker, 300);
        assert_eq!(
            answer, None,
            "an open queue has said that it is closed: a worker must wait, however long it is empty"
        );
    }
    queue.close();
    let woken = workers
        .iter()
        .filter(|worker| reported(worker, 2000) == Some(None))
        .count();
    assert_eq!(
        woken, 2,
        "two workers slept when the queue was closed, and {woken} of them woke and got `None`"
    );
}

#[test]
fn closing_waits_for_whoever_looks() {
    let queue = Arc::new(Queue::new(Vec::new()));
    let look = queue.state.lock().unwrap();
    let (report, closed) = mpsc::channel();
    let theirs = Arc::clone(&queue);
    std::thread::spawn(move || {
        theirs.close();
        let _ = report.send(());
    });
    assert_eq!(
        reported(&closed, 1000),
        None,
        "`close` did not wait for the lock: its notification can come after a worker has looked and before it sleeps"
    );
    drop(look);
    assert_eq!(
        reported(&closed, 2000),
        Some(()),
        "`close` never comes back: which lock does it wait for?"
    );
}
