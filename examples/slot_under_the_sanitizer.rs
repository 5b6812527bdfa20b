//@ data-race
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

impl<T> Slot<T> {
    const fn new() -> Slot<T> {
        Slot {
            taken: AtomicBool::new(false),
            full: AtomicBool::new(false),
            value: UnsafeCell::new(None),
        }
    }
}

struct Slot<T> {
    taken: AtomicBool,
    full: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: one thread turns `taken` from false to true. It writes
// the value before it sets `full`, and nobody reads before having
// seen `full`. Readers share a `T` that came from another thread:
// hence both bounds.
unsafe impl<T: Send + Sync> Sync for Slot<T> {}

// ANCHOR: shown
impl<T> Slot<T> {
    fn put(&self, value: T) {
        if !self.taken.swap(true, Relaxed) {
            // SAFETY: the only writer, and before `full`.
            unsafe { *self.value.get() = Some(value) };
            self.full.store(true, Relaxed);
        }
    }

    fn get(&self) -> Option<&T> {
        if !self.full.load(Relaxed) {
            return None;
        }
        // SAFETY: after `full`, and then nobody writes.
        unsafe { (*self.value.get()).as_ref() }
    }
}
// ANCHOR_END: shown

fn main() {
    let route = Slot::new();
    thread::scope(|s| {
        let writer = s.spawn(|| route.put("/health"));
        while route.get().is_none() {
            thread::yield_now();
        }
        println!("{}", route.get().unwrap());
        writer.join().unwrap();
    });
}
