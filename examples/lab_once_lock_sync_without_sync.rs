//@ data-race
use once::OnceLock;
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Sync for OnceLock<T> {}

fn main() {
    let hits = OnceLock::new();
    let count = || {
        let hits = hits.get_or_init(|| Cell::new(0));
        hits.set(hits.get() + 1);
    };
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

mod once {
    use std::cell::UnsafeCell;
    use std::sync::Once;

    pub struct OnceLock<T> {
        filled: Once,
        value: UnsafeCell<Option<T>>,
    }

    impl<T> OnceLock<T> {
        pub fn new() -> OnceLock<T> {
            OnceLock {
                filled: Once::new(),
                value: UnsafeCell::new(None),
            }
        }

        pub fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
            // SAFETY: `call_once` lets one caller write, once, and
            // everyone else wait. Afterward nobody writes.
            self.filled.call_once(|| unsafe {
                *self.value.get() = Some(make());
            });
            unsafe { (*self.value.get()).as_ref() }.unwrap()
        }
    }
}
