use arc::Arc;
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{MutexGuard, mpsc};
use std::thread;

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T: Sync> Send for Arc<T> {}

fn main() {
    let visit = Arc::new(Visit::begin());
    let for_worker = visit.clone();
    let (main_is_done, wait) = mpsc::channel();
    let worker = thread::spawn(move || {
        wait.recv().unwrap();
        drop(for_worker);
        println!("open on the worker: {}", OPEN.get());
    });
    drop(visit);
    main_is_done.send(()).unwrap();
    worker.join().unwrap();
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

mod arc {
    use std::ops::Deref;
    use std::ptr::NonNull;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::{AcqRel, Relaxed};

    pub struct Arc<T> {
        block: NonNull<Block<T>>,
    }

    struct Block<T> {
        count: AtomicUsize,
        value: T,
    }

    impl<T> Arc<T> {
        pub fn new(value: T) -> Arc<T> {
            let count = AtomicUsize::new(1);
            let block = Box::leak(Box::new(Block { count, value }));
            Arc {
                block: NonNull::from(block),
            }
        }

        fn block(&self) -> &Block<T> {
            // SAFETY: freed by the last handle, and here is one.
            unsafe { self.block.as_ref() }
        }
    }

    impl<T> Clone for Arc<T> {
        fn clone(&self) -> Arc<T> {
            self.block().count.fetch_add(1, Relaxed);
            Arc { ..*self }
        }
    }

    impl<T> Drop for Arc<T> {
        fn drop(&mut self) {
            if self.block().count.fetch_sub(1, AcqRel) == 1 {
                // SAFETY: the last handle, and the block is a box.
                drop(unsafe { Box::from_raw(self.block.as_ptr()) });
            }
        }
    }

    impl<T> Deref for Arc<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.block().value
        }
    }
}
