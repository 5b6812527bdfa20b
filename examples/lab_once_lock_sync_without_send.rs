use once::OnceLock;
use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::sync::{MutexGuard, Once};
use std::thread;

// ANCHOR: shown
fn main() {
    let first = OnceLock::new();
    thread::scope(|s| {
        s.spawn(|| {
            first.get_or_init(Visit::begin);
        });
    });
    drop(first);
    println!("open visits on main: {}", OPEN.get());
}

mod once {
    use super::*;

    pub struct OnceLock<T> {
        filled: Once,
        value: UnsafeCell<Option<T>>,
    }

    // WRONG: `T: Send` is missing.
    unsafe impl<T: Sync> Sync for OnceLock<T> {}

    impl<T> OnceLock<T> {
        pub fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
            // SAFETY: one caller writes, once, and the others wait.
            self.filled.call_once(|| unsafe {
                *self.value.get() = Some(make());
            });
            unsafe { (*self.value.get()).as_ref() }.unwrap()
        }
        // ANCHOR_END: shown

        pub fn new() -> OnceLock<T> {
            OnceLock {
                filled: Once::new(),
                value: UnsafeCell::new(None),
            }
        }
    }
}

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
