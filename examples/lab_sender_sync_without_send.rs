use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{MutexGuard, mpsc};
use std::thread;

struct Sender<T>(mpsc::Sender<T>);

// ANCHOR: shown
// WRONG: `T: Send` is missing.
unsafe impl<T> Sync for Sender<T> {}

fn main() {
    let (visits, inbox) = mpsc::channel();
    let visits = Sender(visits);
    thread::scope(|s| {
        s.spawn(|| visits.send(Visit::begin()));
    });
    drop(inbox);
    println!("open on main: {}", OPEN.get());
}
// ANCHOR_END: shown

impl<T> Sender<T> {
    fn send(&self, message: T) {
        self.0.send(message).ok();
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
