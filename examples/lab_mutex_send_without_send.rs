//@ memory-error
use meter::Meter;
use mutex::Mutex;
use std::cell::Cell;
use std::ptr::NonNull;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T> Send for Mutex<T> {}

fn main() {
    let worker = thread::spawn(|| Mutex::new(Meter::here()));
    let meter = worker.join().unwrap();
    meter.lock().add();
}

mod meter {
    use super::*;

    thread_local! {
        static HITS: Box<Cell<u32>> = Box::default();
    }

    /// The address of its thread's own count.
    #[derive(Clone, Copy)]
    pub struct Meter(NonNull<Cell<u32>>);

    impl Meter {
        pub fn here() -> Meter {
            HITS.with(|hits| Meter(NonNull::from(&**hits)))
        }

        pub fn add(self) {
            // SAFETY: `with` finds this thread's box alive, and a
            // `Meter` is on the thread that it was made on.
            HITS.with(|_| unsafe {
                let hits = self.0.as_ref();
                hits.set(hits.get() + 1);
            });
        }
    }
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
