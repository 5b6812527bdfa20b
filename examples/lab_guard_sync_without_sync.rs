//@ data-race
use mutex::{Guard, Mutex};
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
// Right, for the mutex.
unsafe impl<T: Send> Sync for Mutex<T> {}
// WRONG, for its guard: `T: Sync` is missing.
unsafe impl<T: Send> Sync for Guard<'_, T> {}

fn main() {
    let hits = Mutex::new(Cell::new(0));
    let held = hits.lock();
    let count = || held.set(held.get() + 1);
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

mod mutex {
    use std::cell::UnsafeCell;
    use std::hint;
    use std::ops::{Deref, DerefMut};
    use std::sync::atomic::AtomicBool;
    use std::sync::atomic::Ordering::{Acquire, Release};

    pub struct Mutex<T> {
        held: AtomicBool,
        value: UnsafeCell<T>,
    }

    pub struct Guard<'a, T> {
        lock: &'a Mutex<T>,
    }

    impl<T> Mutex<T> {
        pub const fn new(value: T) -> Mutex<T> {
            Mutex {
                held: AtomicBool::new(false),
                value: UnsafeCell::new(value),
            }
        }

        /// The guard leads to the value, and its `drop` unlocks.
        pub fn lock(&self) -> Guard<'_, T> {
            while self.held.swap(true, Acquire) {
                hint::spin_loop();
            }
            Guard { lock: self }
        }
    }

    // SAFETY, below: where there is a guard, the lock is held.

    impl<T> Deref for Guard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { &*self.lock.value.get() }
        }
    }

    impl<T> DerefMut for Guard<'_, T> {
        fn deref_mut(&mut self) -> &mut T {
            unsafe { &mut *self.lock.value.get() }
        }
    }

    impl<T> Drop for Guard<'_, T> {
        fn drop(&mut self) {
            self.lock.held.store(false, Release);
        }
    }
}
