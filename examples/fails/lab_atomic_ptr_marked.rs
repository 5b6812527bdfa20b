//@ check-fail
use latest::Latest;
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicPtr, Ordering::Acquire};
use std::thread;

// ANCHOR: shown
fn main() {
    let hits = Latest::new(Cell::new(0));
    let count = || hits.get().set(hits.get().get() + 1);
    thread::scope(|s| {
        let worker = s.spawn(count); //~ ERROR E0277
        count();
        worker.join().unwrap();
    });
}

mod latest {
    use super::*;

    /// A value that every thread can look at.
    pub struct Latest<T> {
        raw: AtomicPtr<T>,
        _lends: PhantomData<T>,
    }
    // ANCHOR_END: shown

    impl<T> Latest<T> {
        pub fn new(value: T) -> Latest<T> {
            Latest {
                raw: AtomicPtr::new(Box::into_raw(Box::new(value))),
                _lends: PhantomData,
            }
        }

        pub fn get(&self) -> &T {
            // SAFETY: made by `new`, and never freed.
            unsafe { &*self.raw.load(Acquire) }
        }
    }
}
