//@ rejected: two threads with a `&SpinGuard` both have a `&T`
use std::cell::UnsafeCell;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
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

// SAFETY: all that a `&SpinGuard` gives is a `&T`.
unsafe impl<T: Send> Sync for SpinGuard<'_, T> {}

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: while there is a guard, the lock is held.
        unsafe { &*self.lock.value.get() }
    }
}

fn main() {
    let lock = SpinLock::new(AtomicU32::new(0));
    let hits = lock.lock();
    thread::scope(|s| {
        let worker = s.spawn(|| hits.fetch_add(1, SeqCst));
        hits.fetch_add(1, SeqCst);
        worker.join().unwrap();
    });
    println!("{} hits", hits.load(SeqCst));
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
