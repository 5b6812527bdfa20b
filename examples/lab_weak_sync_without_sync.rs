//@ data-race
#![expect(
    clippy::arc_with_non_send_sync,
    reason = "`Weak` promises in its place"
)]

use std::cell::Cell;
use std::sync::{self, Arc, Barrier};
use std::thread;

struct Weak<T>(sync::Weak<T>);

// ANCHOR: shown
// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Sync for Weak<T> {}

fn main() {
    let owner = Arc::new(Cell::new(0));
    let weak = Weak(Arc::downgrade(&owner));
    let both_upgraded = Barrier::new(2);
    let count = || {
        let hits = weak.upgrade().unwrap();
        both_upgraded.wait();
        hits.set(hits.get() + 1);
    };
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

impl<T> Weak<T> {
    fn upgrade(&self) -> Option<Arc<T>> {
        self.0.upgrade()
    }
}
