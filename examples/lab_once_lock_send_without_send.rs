//@ memory-error
use meter::Meter;
use once::OnceLock;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T> Send for OnceLock<T> {}

fn main() {
    let filled = thread::spawn(|| {
        let slot = OnceLock::new();
        slot.get_or_init(Meter::here);
        slot
    });
    let slot = filled.join().unwrap();
    slot.get_or_init(Meter::here).add();
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

mod once {
    use std::cell::UnsafeCell;
    use std::sync::Once;

    pub struct OnceLock<T> {
        filled: Once,
        value: UnsafeCell<Option<T>>,
    }

    impl<T> OnceLock<T> {
        pub fn new() -> OnceLock<T> {
            OnceLock {
                filled: Once::new(),
                value: UnsafeCell::new(None),
            }
        }

        pub fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
            // SAFETY: `call_once` lets one caller write, once, and
            // everyone else wait. Afterward nobody writes.
            self.filled.call_once(|| unsafe {
                *self.value.get() = Some(make());
            });
            unsafe { (*self.value.get()).as_ref() }.unwrap()
        }
    }
}
