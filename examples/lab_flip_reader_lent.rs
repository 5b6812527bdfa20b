//@ no-data-race
use flip::flip;
use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering::{AcqRel, Acquire};
use std::sync::{Arc, MutexGuard};
use std::thread;

// ANCHOR: shown
fn main() {
    let (mut writer, mut reader) = flip();
    writer.publish(Visit::begin("ada"));
    reader.update();
    let name = || reader.get().map(|visit| visit.name);
    thread::scope(|s| {
        let worker = s.spawn(name);
        writer.publish(Visit::begin("bob"));
        println!("{:?}, {:?}", name(), worker.join().unwrap());
    });
    drop((writer, reader));
    println!("open on main: {}", OPEN.get());
}

mod flip {
    use super::*;

    pub struct FlipReader<T> {
        shared: Arc<Shared<T>>,
        front: usize, // the slot that it alone reads
    }

    // SAFETY: of all that takes `&self`, only `get` leads to
    // a value, and it lends a `&T`.
    unsafe impl<T: Sync> Sync for FlipReader<T> {}

    impl<T> FlipReader<T> {
        pub fn get(&self) -> Option<&T> {
            // SAFETY: the writer keeps off the front slot.
            unsafe { &*self.shared.slots[self.front].get() }.as_ref()
        }
    }
    // ANCHOR_END: shown

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

thread_local! {
    static OPEN: Cell<i32> = const { Cell::new(0) };
}

struct Visit {
    name: &'static str,
    _stay: PhantomData<MutexGuard<'static, ()>>,
}

impl Visit {
    fn begin(name: &'static str) -> Visit {
        OPEN.set(OPEN.get() + 1);
        Visit {
            name,
            _stay: PhantomData,
        }
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        OPEN.set(OPEN.get() - 1);
    }
}
