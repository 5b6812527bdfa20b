//@ no-data-race
use park_mutex::ParkMutex;
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

// ANCHOR: lock
mod park_mutex {
    use super::spin_lock::SpinLock;
    use std::cell::UnsafeCell;
    use std::collections::VecDeque;
    use std::marker::PhantomData;
    use std::ops::{Deref, DerefMut};
    use std::thread::{self, Thread};

    pub struct ParkMutex<T> {
        line: SpinLock<Line>,
        value: UnsafeCell<T>,
    }

    /// Who has drawn which number, and whose turn it is.
    struct Line {
        serving: u64,
        next: u64,
        parked: VecDeque<Thread>, // in the order of their numbers
    }

    impl<T> ParkMutex<T> {
        pub fn new(value: T) -> ParkMutex<T> {
            ParkMutex {
                line: SpinLock::new(Line {
                    serving: 0,
                    next: 0,
                    parked: VecDeque::new(),
                }),
                value: UnsafeCell::new(value),
            }
        }

        /// Parks the thread until its turn has come.
        pub fn lock(&self) -> ParkGuard<'_, T> {
            let mut line = self.line.lock();
            let number = line.next;
            line.next += 1;
            if line.serving != number {
                line.parked.push_back(thread::current());
                while line.serving != number {
                    drop(line);
                    thread::park();
                    line = self.line.lock();
                }
                line.parked.pop_front(); // this thread
            }
            ParkGuard {
                mutex: self,
                acts_as: PhantomData,
            }
        }
    }
    // ANCHOR_END: lock

    // ANCHOR: guard
    pub struct ParkGuard<'a, T> {
        mutex: &'a ParkMutex<T>,
        acts_as: PhantomData<&'a mut T>,
    }

    impl<T> Drop for ParkGuard<'_, T> {
        fn drop(&mut self) {
            let mut line = self.mutex.line.lock();
            line.serving += 1;
            if let Some(next) = line.parked.front() {
                next.unpark();
            }
        }
    }

    // SAFETY: a guard is made when `serving` is its number. Only the
    // drop of that guard adds to `serving`, and no number is drawn
    // twice: one guard at a time leads to the value. So the value is
    // passed on, hence `T: Send`. To share a guard asks for `T: Sync`
    // itself, and `line` is `Sync` without this promise.
    unsafe impl<T: Send> Sync for ParkMutex<T> {}
    // ANCHOR_END: guard

    impl<T> Deref for ParkGuard<'_, T> {
        type Target = T;

        fn deref(&self) -> &T {
            // SAFETY: this guard is the only one (see the `Sync`
            // above), and `&self` keeps `deref_mut` off. What the
            // guard before it did happens before this: its `drop`
            // let go of `line` before `lock` took it.
            unsafe { &*self.mutex.value.get() }
        }
    }

    impl<T> DerefMut for ParkGuard<'_, T> {
        fn deref_mut(&mut self) -> &mut T {
            // SAFETY: as in `deref`; `&mut self` keeps both off.
            unsafe { &mut *self.mutex.value.get() }
        }
    }
}

// ANCHOR: used
fn main() {
    let log = ParkMutex::new(Vec::new());
    thread::scope(|s| {
        let workers = ["inbox", "search", "spam"].map(|page| {
            let log = &log;
            s.spawn(move || log.lock().push(format!("GET /{page}")))
        });
        for worker in workers {
            worker.join().unwrap();
        }
    });
    log.lock().sort();
    println!("{}", log.lock().join(", "));
}
// ANCHOR_END: used
