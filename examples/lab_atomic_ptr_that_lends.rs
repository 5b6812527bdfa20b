//@ data-race
use latest::Latest;
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
mod latest {
    use std::sync::atomic::{AtomicPtr, Ordering::Acquire};

    /// A value that every thread can look at.
    pub struct Latest<T>(AtomicPtr<T>);

    impl<T> Latest<T> {
        pub fn new(value: T) -> Latest<T> {
            let raw = Box::into_raw(Box::new(value));
            Latest(AtomicPtr::new(raw))
        }

        pub fn get(&self) -> &T {
            // SAFETY: made by `new`, and never freed.
            unsafe { &*self.0.load(Acquire) }
        }
    }
}

fn main() {
    let hits = Latest::new(Cell::new(0));
    let count = || hits.get().set(hits.get().get() + 1);
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown
