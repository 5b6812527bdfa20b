//@ data-race
use std::cell::{Cell, UnsafeCell};
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

struct SpinLock<T> {
    held: AtomicBool,
    value: UnsafeCell<T>,
}

// SAFETY: one guard at a time, on any thread, so `T: Send`.
unsafe impl<T: Send> Sync for SpinLock<T> {}

struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
}

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: while there is a guard, the lock is held.
        unsafe { &*self.lock.value.get() }
    }
}

fn main() {
    let lock = SpinLock::new(Cell::new(0));
    let hits = lock.lock();
    thread::scope(|s| {
        let worker = s.spawn(|| hits.set(hits.get() + 1));
        hits.set(hits.get() + 1);
        worker.join().unwrap();
    });
}

impl<T> SpinLock<T> {
    fn new(value: T) -> Self {
        SpinLock {
            held: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    fn lock(&self) -> SpinGuard<'_, T> {
        while self.held.swap(true, SeqCst) {
            std::hint::spin_loop();
        }
        SpinGuard { lock: self }
    }
}

impl<T> Drop for SpinGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.held.store(false, SeqCst);
    }
}
