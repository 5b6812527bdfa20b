//@ data-race
use shared::Shared;
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

mod shared {
    use std::ops::Deref;
    use std::process;
    use std::ptr::NonNull;
    use std::sync::atomic::{AtomicUsize, Ordering::*};

    pub struct Shared<T> {
        inner: NonNull<Inner<T>>,
    }

    struct Inner<T> {
        handles: AtomicUsize,
        value: T,
    }

    impl<T> Shared<T> {
        pub fn new(value: T) -> Shared<T> {
            let inner = NonNull::from(Box::leak(Box::new(Inner {
                handles: AtomicUsize::new(1),
                value,
            })));
            Shared { inner }
        }

        fn inner(&self) -> &Inner<T> {
            // SAFETY: freed by the last handle, and this one counts
            // until the `fetch_sub` in its `drop`.
            unsafe { self.inner.as_ref() }
        }
    }

    impl<T> Deref for Shared<T> {
        type Target = T;

        fn deref(&self) -> &T {
            &self.inner().value
        }
    }

    impl<T> Clone for Shared<T> {
        fn clone(&self) -> Shared<T> {
            if self.inner().handles.fetch_add(1, Relaxed) > usize::MAX / 2 {
                process::abort(); // before the count comes round to 0
            }
            Shared { inner: self.inner }
        }
    }

    // ANCHOR: shown
    impl<T> Drop for Shared<T> {
        fn drop(&mut self) {
            if self.inner().handles.fetch_sub(1, Relaxed) == 1 {
                // SAFETY: the count was 1, so this was the last
                // handle.
                drop(unsafe { Box::from_raw(self.inner.as_ptr()) });
            }
        }
    }
    // ANCHOR_END: shown

    // SAFETY: handles on many threads each lend a `&T`, so threads
    // share the value: `T: Sync`. The last one drops it, on its own
    // thread: `T: Send`. The count is changed atomically.
    unsafe impl<T: Send + Sync> Send for Shared<T> {}

    // SAFETY: who has a `&Shared<T>` can clone it and so have a
    // handle. It asks what `Send` asks.
    unsafe impl<T: Send + Sync> Sync for Shared<T> {}
}

struct Visits(AtomicU32);

impl Drop for Visits {
    fn drop(&mut self) {
        println!("{} visits", self.0.get_mut());
    }
}

fn main() {
    let visits = Shared::new(Visits(AtomicU32::new(0)));
    let workers = [3, 4].map(|count| {
        let visits = visits.clone();
        thread::spawn(move || visits.0.fetch_add(count, Relaxed))
    });
    drop(visits);
    for worker in workers {
        worker.join().unwrap();
    }
}
