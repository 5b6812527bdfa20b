//@ check-fail
use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

// ANCHOR: shown
struct SpinLock<T> {
    held: AtomicBool,
    value: UnsafeCell<T>,
}

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
        //~^ ERROR E0277
        lookups.with(|count| *count += 1);
        worker.join().unwrap();
    });
    println!("{} lookups", lookups.with(|count| *count));
}
// ANCHOR_END: shown
