//@ data-race
#![expect(
    clippy::arc_with_non_send_sync,
    reason = "`Weak` promises in its place"
)]

use std::cell::Cell;
use std::sync::{self, Arc};
use std::thread;

// ANCHOR: shown
struct Weak<T>(sync::Weak<T>);

// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Send for Weak<T> {}

fn main() {
    let hits = Arc::new(Cell::new(0));
    let weak = Weak(Arc::downgrade(&hits));
    let worker = thread::spawn(move || {
        let hits = weak.upgrade().unwrap();
        hits.set(hits.get() + 1);
    });
    hits.set(hits.get() + 1);
    worker.join().unwrap();
}
// ANCHOR_END: shown

impl<T> Weak<T> {
    fn upgrade(&self) -> Option<Arc<T>> {
        self.0.upgrade()
    }
}
