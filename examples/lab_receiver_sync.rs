//@ data-race
use queue::Receiver;
use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::{mem, thread};

// ANCHOR: shown
// WRONG: whatever `T` is, `recv` counts on being alone.
unsafe impl<T: Send + Sync> Sync for Receiver<T> {}

fn main() {
    let inbox = Receiver::of(0..100);
    inbox.recv();
    thread::scope(|s| {
        let worker = s.spawn(|| inbox.recv());
        inbox.recv();
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
        pub fn recv(&self) -> Option<T> {
            // SAFETY: a `Receiver` is on one thread only.
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
