//@ data-race
use flip::flip;
use std::cell::{Cell, UnsafeCell};
use std::sync::Arc;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering::{AcqRel, Acquire};
use std::thread;

// ANCHOR: shown
fn main() {
    let (mut writer, mut reader) = flip();
    writer.publish(Cell::new(1));
    reader.update();
    let second = reader.clone();
    let worker = thread::spawn(move || second.get().unwrap().set(2));
    reader.get().unwrap().set(3);
    worker.join().unwrap();
}

mod flip {
    use super::*;

    #[derive(Clone)]
    pub struct FlipReader<T> {
        shared: Arc<Shared<T>>,
        front: usize, // the slot that it alone reads
    }
    // ANCHOR_END: shown

    // WRONG, since a reader can be cloned.
    unsafe impl<T: Send> Send for FlipReader<T> {}

    impl<T> FlipReader<T> {
        pub fn get(&self) -> Option<&T> {
            // SAFETY: the writer keeps off the front slot.
            unsafe { &*self.shared.slots[self.front].get() }.as_ref()
        }
    }

    pub struct FlipWriter<T> {
        shared: Arc<Shared<T>>,
        back: usize, // the slot that it alone writes
    }

    struct Shared<T> {
        slots: [UnsafeCell<Option<T>>; 3],
        spare: AtomicU8,
    }

    const FRESH: u8 = 4;

    pub fn flip<T>() -> (FlipWriter<T>, FlipReader<T>) {
        let slots = [const { UnsafeCell::new(None) }; 3];
        let spare = AtomicU8::new(2);
        let shared = Arc::new(Shared { slots, spare });
        let writer = FlipWriter {
            shared: Arc::clone(&shared),
            back: 0,
        };
        (writer, FlipReader { shared, front: 1 })
    }

    // `back`, `front` and the spare are three different slots at all
    // times. A slot changes its role in a `swap`, which is `AcqRel`.

    impl<T> FlipWriter<T> {
        pub fn publish(&mut self, value: T) {
            // SAFETY: the reader keeps off the back slot.
            unsafe { *self.shared.slots[self.back].get() = Some(value) };
            let back = self.back as u8 | FRESH;
            let spare = self.shared.spare.swap(back, AcqRel);
            self.back = usize::from(spare & !FRESH);
        }
    }

    impl<T> FlipReader<T> {
        pub fn update(&mut self) {
            if self.shared.spare.load(Acquire) & FRESH != 0 {
                let front = self.front as u8;
                let spare = self.shared.spare.swap(front, AcqRel);
                self.front = usize::from(spare & !FRESH);
            }
        }
    }
}
