//@ data-race
use rc::Rc;
use std::cell::Cell;
use std::ops::Deref;
use std::ptr::NonNull;
use std::thread;

// ANCHOR: shown
// WRONG: whatever `T` is, a clone writes the plain count.
unsafe impl<T: Send + Sync> Sync for Rc<T> {}

fn main() {
    let session = Rc::new(String::from("ada"));
    thread::scope(|s| {
        let worker = s.spawn(|| drop(session.clone()));
        drop(session.clone());
        worker.join().unwrap();
    });
}

mod rc {
    use super::*;

    pub struct Rc<T> {
        block: NonNull<Block<T>>,
    }

    struct Block<T> {
        count: Cell<usize>,
        value: T,
    }

    impl<T> Clone for Rc<T> {
        fn clone(&self) -> Rc<T> {
            let count = &self.block().count;
            count.set(count.get() + 1);
            Rc { ..*self }
        }
    }
    // ANCHOR_END: shown

    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> {
            let count = Cell::new(1);
            let block = Box::leak(Box::new(Block { count, value }));
            Rc {
                block: NonNull::from(block),
            }
        }

        fn block(&self) -> &Block<T> {
            // SAFETY: freed by the last handle, and here is one.
            unsafe { self.block.as_ref() }
        }
    }

    impl<T> Drop for Rc<T> {
        fn drop(&mut self) {
            let count = &self.block().count;
            count.set(count.get() - 1);
            if count.get() == 0 {
                // SAFETY: the last handle, and the block is a box.
                drop(unsafe { Box::from_raw(self.block.as_ptr()) });
            }
        }
    }

    impl<T> Deref for Rc<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.block().value
        }
    }
}
