//@ data-race
use queue::Receiver;
use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::{mem, thread};

// ANCHOR: shown
// WRONG: whatever `T` is, `try_recv` counts on being alone.
unsafe impl<T: Send + Sync> Sync for Receiver<T> {}

fn main() {
    let inbox = Receiver::of(0..100);
    inbox.try_recv();
    thread::scope(|s| {
        let worker = s.spawn(|| inbox.try_recv());
        inbox.try_recv();
        worker.join().unwrap();
    });
}

mod queue {
    use super::*;

    pub struct Receiver<T> {
        queue: Arc<Mutex<VecDeque<T>>>, // the senders have it, too
        batch: UnsafeCell<VecDeque<T>>, // the receiver's own
    }

    impl<T> Receiver<T> {
        pub fn try_recv(&self) -> Option<T> {
            // SAFETY: one thread at a time has a `Receiver`.
            let batch = unsafe { &mut *self.batch.get() };
            if batch.is_empty() {
                mem::swap(batch, &mut self.queue.lock().unwrap());
            }
            batch.pop_front()
        }
        // ANCHOR_END: shown

        pub fn of(messages: impl Iterator<Item = T>) -> Receiver<T> {
            Receiver {
                queue: Arc::new(Mutex::new(messages.collect())),
                batch: UnsafeCell::default(),
            }
        }
    }
}
