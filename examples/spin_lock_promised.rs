//@ no-data-race
use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

struct SpinLock<T> {
    held: AtomicBool,
    value: UnsafeCell<T>,
}

// ANCHOR: shown
// SAFETY: `with` is the only way to the value, and admits one
// thread at a time. It hands out a `&mut T`, by which a `T` can
// change threads, so `T` must be `Send`.
unsafe impl<T: Send> Sync for SpinLock<T> {}
// ANCHOR_END: shown

impl<T> SpinLock<T> {
    fn with<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        while self.held.swap(true, SeqCst) {
            spin_loop();
        }
        // SAFETY: only who turned `held` from false to true is
        // here, and it is turned back after `change` has returned.
        let result = change(unsafe { &mut *self.value.get() });
        self.held.store(false, SeqCst);
        result
    }
}

fn main() {
    let lookups = SpinLock {
        held: AtomicBool::new(false),
        value: UnsafeCell::new(0),
    };
    thread::scope(|s| {
        let worker = s.spawn(|| lookups.with(|count| *count += 1));
        lookups.with(|count| *count += 1);
        worker.join().unwrap();
    });
    println!("{} lookups", lookups.with(|count| *count));
}
