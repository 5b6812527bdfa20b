//@ data-race
use arc::Arc;
use std::cell::RefCell;
use std::thread;

// ANCHOR: shown
// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Send for Arc<T> {}

fn main() {
    let log = Arc::new(RefCell::new(0));
    let for_worker = log.clone();
    let worker = thread::spawn(move || drop(for_worker.borrow()));
    drop(log.borrow());
    worker.join().unwrap();
}
// ANCHOR_END: shown

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
