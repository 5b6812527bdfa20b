//@ output-varies
use rc::Rc;
use std::{mem, thread};

// ANCHOR: shown
// WRONG: whatever `T` is, a clone writes the plain count.
unsafe impl<T: Send + Sync> Send for Rc<T> {}

fn keep_a_million<T>(session: &Rc<T>) {
    for _ in 0..1_000_000 {
        mem::forget(session.clone());
    }
}

fn main() {
    let session = Rc::new("ada");
    let for_worker = session.clone();
    let worker = thread::spawn(move || {
        keep_a_million(&for_worker);
        mem::forget(for_worker);
    });
    keep_a_million(&session);
    worker.join().unwrap();
    let counted = session.handles();
    println!("{}: 2000002 handles, {counted} counted", *session);
}
// ANCHOR_END: shown

mod rc {
    use std::cell::Cell;
    use std::ops::Deref;
    use std::ptr::NonNull;

    pub struct Rc<T> {
        block: NonNull<Block<T>>,
    }

    struct Block<T> {
        count: Cell<usize>,
        value: T,
    }

    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> {
            let count = Cell::new(1);
            let block = Box::leak(Box::new(Block { count, value }));
            Rc {
                block: NonNull::from(block),
            }
        }

        pub fn handles(&self) -> usize {
            self.block().count.get()
        }

        fn block(&self) -> &Block<T> {
            // SAFETY: freed by the last handle, and here is one.
            unsafe { self.block.as_ref() }
        }
    }

    impl<T> Clone for Rc<T> {
        fn clone(&self) -> Rc<T> {
            let count = &self.block().count;
            count.set(count.get() + 1);
            Rc { ..*self }
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
