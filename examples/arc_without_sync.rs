//@ data-race
use std::cell::Cell;
use std::ops::Deref;
use std::sync::Arc;
use std::thread;

// ANCHOR: shown
struct Shared<T>(Arc<T>);
// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Send for Shared<T> {}

fn serve(served: &Cell<u32>) {
    for _ in 0..1_000 {
        served.set(served.get() + 1);
    }
}

fn main() {
    let served = Shared::new(Cell::new(0));
    let for_worker = served.clone();

    let worker = thread::spawn(move || serve(&for_worker));
    serve(&served);
    worker.join().unwrap();
}
// ANCHOR_END: shown

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        Shared(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
