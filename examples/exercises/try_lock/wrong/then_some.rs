//@ rejected: what does its destructor do?
use std::cell::UnsafeCell;
use std::hint;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering::*};

pub struct SpinLock<T> {
    held: AtomicBool,
    value: UnsafeCell<T>,
}

// SAFETY: `held` turns true for one thread at a time, and only
// that one gets a guard.
unsafe impl<T: Send> Sync for SpinLock<T> {}

pub struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
    acts_as: PhantomData<&'a mut T>,
}

impl<T> SpinLock<T> {
    pub fn new(value: T) -> Self {
        let (held, value) = (AtomicBool::new(false), UnsafeCell::new(value));
        SpinLock { held, value }
    }

    fn guard(&self) -> SpinGuard<'_, T> {
        SpinGuard {
            lock: self,
            acts_as: PhantomData,
        }
    }

    pub fn lock(&self) -> SpinGuard<'_, T> {
        while self.held.swap(true, Acquire) {
            hint::spin_loop();
        }
        self.guard()
    }

    /// A guard if the lock is free; it does not wait.
    pub fn try_lock(&self) -> Option<SpinGuard<'_, T>> {
        let won = !self.held.swap(true, Acquire);
        won.then_some(self.guard())
    }
}

impl<T> SpinGuard<'_, T> {
    pub fn with<R>(&mut self, work: impl FnOnce(&mut T) -> R) -> R {
        // SAFETY: a guard is the only one of its lock.
        work(unsafe { &mut *self.lock.value.get() })
    }
}

impl<T> Drop for SpinGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.held.store(false, Release);
    }
}

fn main() {
    let hits = SpinLock::new(0);
    hits.lock().with(|hits| *hits += 1);
    let tried = hits.try_lock().map(|mut guard| guard.with(|hits| *hits));
    println!("{tried:?}");
}
