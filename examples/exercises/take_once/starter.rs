//@ check-fail
use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

/// Gives its value to the first who asks.
struct TakeOnce<T> {
    taken: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

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
        // SAFETY: to be written by you.
        unsafe { (*self.value.get()).take() }
    }
}

fn main() {
    let budget = TakeOnce::new(Cell::new(100));
    thread::scope(|s| {
        let worker = s.spawn(|| budget.take().is_some());
        //~^ ERROR E0277
        let here = budget.take().is_some();
        println!("one: {}", here != worker.join().unwrap());
    });
}
