//@ data-race
use spin_lock::SpinLock;
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

    // ANCHOR: shown
    impl<T> Drop for SpinGuard<'_, T> {
        fn drop(&mut self) {
            self.lock.held.store(false, Relaxed); // WRONG
        }
    }
    // ANCHOR_END: shown
}

fn main() {
    let slowest = SpinLock::new(("", 0));
    thread::scope(|s| {
        let workers = [("inbox", 31), ("search", 84), ("spam", 12)].map(|(page, ms)| {
            let slowest = &slowest;
            s.spawn(move || {
                let mut slowest = slowest.lock();
                if slowest.1 < ms {
                    *slowest = (page, ms);
                }
            })
        });
        for worker in workers {
            worker.join().unwrap();
        }
    });
    let (page, ms) = *slowest.lock();
    println!("{page} took {ms} ms");
}
