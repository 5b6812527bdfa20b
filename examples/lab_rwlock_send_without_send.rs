//@ memory-error
use meter::Meter;
use rwlock::RwLock;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T> Send for RwLock<T> {}

fn main() {
    let worker = thread::spawn(|| RwLock::new(Meter::here()));
    let meter = worker.join().unwrap();
    meter.read().add();
}
// ANCHOR_END: shown

mod meter {
    use std::cell::Cell;
    use std::ptr::NonNull;

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
