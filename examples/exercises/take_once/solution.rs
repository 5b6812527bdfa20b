//@ no-data-race
use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

/// Gives its value to the first who asks.
struct TakeOnce<T> {
    taken: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: `take` is the only method that reaches the value, and
// lets one call in, ever (see there). That call may be on any
// thread and gets the `T` itself, so `T` must be `Send`. No two
// threads have a `&T`, so `T: Sync` is not needed.
unsafe impl<T: Send> Sync for TakeOnce<T> {}

impl<T> TakeOnce<T> {
    fn new(value: T) -> Self {
        let value = UnsafeCell::new(Some(value));
        let taken = AtomicBool::new(false);
        TakeOnce { taken, value }
    }

    fn take(&self) -> Option<T> {
        if self.taken.swap(true, SeqCst) {
            return None;
        }
        // SAFETY: one swap returns false, and nothing sets `taken`
        // back, so this line runs at most once for each `self`. No
        // other line reaches the value of a `self` that is lent.
        unsafe { (*self.value.get()).take() }
    }
}

fn main() {
    let budget = TakeOnce::new(Cell::new(100));
    thread::scope(|s| {
        let worker = s.spawn(|| budget.take().is_some());
        let here = budget.take().is_some();
        println!("one: {}", here != worker.join().unwrap());
    });
}
