//@ memory-error
use meter::Meter;
use std::sync::mpsc;
use std::thread;

// ANCHOR: shown
struct Sender<T>(mpsc::Sender<T>);

// WRONG: `T: Send` is missing.
unsafe impl<T> Send for Sender<T> {}

fn main() {
    let (meters, inbox) = mpsc::channel();
    let meters = Sender(meters);
    let worker = thread::spawn(move || meters.send(Meter::here()));
    worker.join().unwrap();
    inbox.recv().unwrap().add();
}
// ANCHOR_END: shown

impl<T> Sender<T> {
    fn send(&self, message: T) {
        self.0.send(message).ok();
    }
}

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
