//@ data-race
use rwlock::RwLock;
use std::cell::Cell;
use std::sync::Barrier;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Sync` is missing. A mutex asks for no more.
unsafe impl<T: Send> Sync for RwLock<T> {}

fn main() {
    let hits = RwLock::new(Cell::new(0));
    let both_inside = Barrier::new(2);
    let count = || {
        let hits = hits.read();
        both_inside.wait();
        hits.set(hits.get() + 1);
    };
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

mod rwlock {
    use std::cell::UnsafeCell;
    use std::hint;
    use std::ops::Deref;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};

    const WRITER: usize = usize::MAX;

    pub struct RwLock<T> {
        readers: AtomicUsize,
        value: UnsafeCell<T>,
    }

    pub struct Read<'a, T>(&'a RwLock<T>);

    impl<T> RwLock<T> {
        pub fn new(value: T) -> RwLock<T> {
            RwLock {
                readers: AtomicUsize::new(0),
                value: UnsafeCell::new(value),
            }
        }

        pub fn read(&self) -> Read<'_, T> {
            self.enter(|n| (n < WRITER - 1).then_some(n + 1));
            Read(self)
        }

        fn enter(&self, next: impl Fn(usize) -> Option<usize>) {
            while self.readers.fetch_update(Acquire, Relaxed, &next).is_err() {
                hint::spin_loop();
            }
        }
    }

    // SAFETY, below: readers have come in where there was no writer.

    impl<T> Deref for Read<'_, T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { &*self.0.value.get() }
        }
    }

    impl<T> Drop for Read<'_, T> {
        fn drop(&mut self) {
            self.0.readers.fetch_sub(1, Release);
        }
    }
}
