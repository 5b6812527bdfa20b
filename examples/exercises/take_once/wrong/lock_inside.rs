//@ rejected: this one is about a promise of your own
use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

/// Gives its value to the first who asks.
struct TakeOnce<T>(Mutex<Option<T>>);

impl<T> TakeOnce<T> {
    fn new(value: T) -> Self {
        TakeOnce(Mutex::new(Some(value)))
    }

    fn take(&self) -> Option<T> {
        self.0.lock().unwrap().take()
    }
}

fn main() {
    let budget = TakeOnce::new(Cell::new(100));
    thread::scope(|s| {
        let worker = s.spawn(|| budget.take().is_some());
        let here = budget.take().is_some();
        println!("one: {}", here != worker.join().unwrap());
    });
}
