//@ data-race
use mutex::Mutex;
use std::cell::UnsafeCell;
use std::hint;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::{Acquire, Release};
use std::thread;

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T> Sync for Mutex<T> {}

fn main() {
    let title: Rc<str> = "inbox".into();
    let shared = Mutex::new(Rc::clone(&title));
    thread::scope(|s| {
        let worker = s.spawn(|| {
            let title = Rc::clone(&shared.lock());
            drop(vec![title; 100]);
        });
        drop(vec![title; 100]);
        worker.join().unwrap();
    });
}

mod mutex {
    use super::*;

    pub struct Mutex<T> {
        held: AtomicBool,
        value: UnsafeCell<T>,
    }

    impl<T> Mutex<T> {
        /// The guard leads to the value, and its `drop` unlocks.
        pub fn lock(&self) -> Guard<'_, T> {
            while self.held.swap(true, Acquire) {
                hint::spin_loop();
            }
            Guard { lock: self }
        }
    }
    // ANCHOR_END: shown

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
