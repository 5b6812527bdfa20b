//@ data-race
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
struct Own<T>(Box<T>);

// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Sync for Own<T> {}

fn main() {
    let owned = Own(Box::new(Cell::new(0)));
    let count = || owned.get().set(owned.get().get() + 1);
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

impl<T> Own<T> {
    fn get(&self) -> &T {
        &self.0
    }
}
