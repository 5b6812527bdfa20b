//@ data-race
use std::cell::Cell;
use std::thread;

struct Ref<'a, T>(&'a T);

// ANCHOR: shown
// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Sync for Ref<'_, T> {}

fn main() {
    let hits = Cell::new(0);
    let lent = Ref(&hits);
    let count = || {
        let hits = lent.get();
        hits.set(hits.get() + 1);
    };
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

impl<T> Ref<'_, T> {
    fn get(&self) -> &T {
        self.0
    }
}
