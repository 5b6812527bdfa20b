//@ data-race
use std::cell::UnsafeCell;
use std::thread;

struct NoLock<T>(UnsafeCell<T>);

// SAFETY: none. This is a promise, and a false one.
unsafe impl<T: Send> Sync for NoLock<T> {}

impl<T> NoLock<T> {
    fn with<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(unsafe { &mut *self.0.get() })
    }
}

fn main() {
    let lookups = NoLock(UnsafeCell::new(0));
    thread::scope(|s| {
        let worker = s.spawn(|| lookups.with(|count| *count += 1));
        lookups.with(|count| *count += 1);
        worker.join().unwrap();
    });
}
