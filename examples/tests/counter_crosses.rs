//@ tests
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Counter(AtomicU32);

#[test]
fn can_be_sent_and_shared() {
    fn crosses<T: Send + Sync>() {}
    crosses::<Counter>();
}

#[test]
fn counts_every_thread() {
    let counter = Counter(AtomicU32::new(0));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| counter.0.fetch_add(1, Ordering::Relaxed));
        }
    });
    assert_eq!(counter.0.into_inner(), 4);
}
