//@ check-fail
use spin_lock::SpinLock;
use std::cell::Cell;
use std::thread;

mod spin_lock {
    use std::cell::UnsafeCell;
    use std::hint;
    use std::marker::PhantomData;
    use std::ops::{Deref, DerefMut};
    use std::sync::atomic::{AtomicBool, Ordering::*};

    pub struct SpinLock<T> {
        held: AtomicBool,
        value: UnsafeCell<T>,
    }

    // SAFETY: a `&SpinLock<T>` leads to the value only through a
    // guard, one at a time (see `lock`). So it passes the value on,
    // hence `T: Send`. To share a guard asks for `T: Sync` itself.
    unsafe impl<T: Send> Sync for SpinLock<T> {}

    impl<T> SpinLock<T> {
        pub fn new(value: T) -> SpinLock<T> {
            SpinLock {
                held: AtomicBool::new(false),
                value: UnsafeCell::new(value),
            }
        }

        /// Waits until no other guard exists, and returns one.
        pub fn lock(&self) -> SpinGuard<'_, T> {
            while self.try_hold().is_err() {
                while self.held.load(Relaxed) {
                    hint::spin_loop();
                }
            }
            SpinGuard {
                lock: self,
                acts_as: PhantomData,
            }
        }

        fn try_hold(&self) -> Result<bool, bool> {
            self.held.compare_exchange(false, true, Acquire, Relaxed)
        }
    }

    pub struct SpinGuard<'a, T> {
        lock: &'a SpinLock<T>,
        acts_as: PhantomData<&'a mut T>,
    }

    impl<T> Deref for SpinGuard<'_, T> {
        type Target = T;

        fn deref(&self) -> &T {
            // SAFETY: no other guard exists while this one does
            // (see `lock` and `drop`), so nothing else leads to the
            // value. What the last guard did happens before this,
            // by its `Release` and the `Acquire` of this one. `&self`
            // keeps `deref_mut` off.
            unsafe { &*self.lock.value.get() }
        }
    }

    impl<T> DerefMut for SpinGuard<'_, T> {
        fn deref_mut(&mut self) -> &mut T {
            // SAFETY: as in `deref`; `&mut self` keeps both off.
            unsafe { &mut *self.lock.value.get() }
        }
    }

    impl<T> Drop for SpinGuard<'_, T> {
        fn drop(&mut self) {
            self.lock.held.store(false, Release);
        }
    }
}

// ANCHOR: shown
fn main() {
    let hits = SpinLock::new(Cell::new(0));
    let guard = hits.lock();
    thread::scope(|s| {
        s.spawn(|| guard.set(guard.get() + 1)); //~ ERROR E0277
        guard.set(guard.get() + 1);
    });
}
// ANCHOR_END: shown
