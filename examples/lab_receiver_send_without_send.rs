use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{MutexGuard, mpsc};
use std::thread;

// ANCHOR: shown
struct Receiver<T>(mpsc::Receiver<T>);

// WRONG: `T: Send` is missing.
unsafe impl<T> Send for Receiver<T> {}

fn main() {
    let (visits, inbox) = mpsc::channel();
    let inbox = Receiver(inbox);
    visits.send(Visit::begin()).unwrap();
    let worker = thread::spawn(move || {
        inbox.close();
        println!("open on the worker: {}", OPEN.get());
    });
    worker.join().unwrap();
}
// ANCHOR_END: shown

impl<T> Receiver<T> {
    fn close(self) {
        drop(self.0);
    }
}

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
