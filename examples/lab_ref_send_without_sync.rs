//@ data-race
use std::cell::Cell;
use std::thread;

struct Ref<'a, T>(&'a T);

// WRONG: `T: Sync` is missing. `T: Send` does not replace it.
unsafe impl<T: Send> Send for Ref<'_, T> {}

impl<T> Ref<'_, T> {
    fn get(&self) -> &T {
        self.0
    }
}

fn main() {
    let hits = Cell::new(0);
    let lent = Ref(&hits);
    thread::scope(|s| {
        let worker = s.spawn(move || {
            let hits = lent.get();
            hits.set(hits.get() + 1);
        });
        hits.set(hits.get() + 1);
        worker.join().unwrap();
    });
}
