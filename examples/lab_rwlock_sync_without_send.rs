use rwlock::RwLock;
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T: Sync> Sync for RwLock<T> {}

fn main() {
    let latest = RwLock::new(Some(Visit::begin()));
    thread::scope(|s| {
        s.spawn(|| {
            latest.write().take();
            println!("open on the worker: {}", OPEN.get());
        });
    });
    println!("open on main: {}", OPEN.get());
}
// ANCHOR_END: shown

thread_local! {
    static OPEN: Cell<i32> = const { Cell::new(0) };
}

struct Visit {
    _stay: PhantomData<MutexGuard<'static, ()>>,
}

impl Visit {
    fn begin() -> Visit {
        OPEN.set(OPEN.get() + 1);
        Visit { _stay: PhantomData }
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        OPEN.set(OPEN.get() - 1);
    }
}

mod rwlock {
    use std::cell::UnsafeCell;
    use std::hint;
    use std::ops::{Deref, DerefMut};
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};

    const WRITER: usize = usize::MAX;

    pub struct RwLock<T> {
        readers: AtomicUsize,
        value: UnsafeCell<T>,
    }

    pub struct Write<'a, T>(&'a RwLock<T>);

    impl<T> RwLock<T> {
        pub fn new(value: T) -> RwLock<T> {
            RwLock {
                readers: AtomicUsize::new(0),
                value: UnsafeCell::new(value),
            }
        }

        pub fn write(&self) -> Write<'_, T> {
            self.enter(|n| (n == 0).then_some(WRITER));
            Write(self)
        }

        fn enter(&self, next: impl Fn(usize) -> Option<usize>) {
            while self.readers.fetch_update(Acquire, Relaxed, &next).is_err() {
                hint::spin_loop();
            }
        }
    }

    // SAFETY, below: a writer has come in alone.

    impl<T> Deref for Write<'_, T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { &*self.0.value.get() }
        }
    }

    impl<T> DerefMut for Write<'_, T> {
        fn deref_mut(&mut self) -> &mut T {
            unsafe { &mut *self.0.value.get() }
        }
    }

    impl<T> Drop for Write<'_, T> {
        fn drop(&mut self) {
            self.0.readers.store(0, Release);
        }
    }
}
