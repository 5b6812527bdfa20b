//@ data-race
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
/// Plain data.
#[derive(Clone, Copy)]
struct Plain<T>(T);

// WRONG: what is `Copy` may still lead to others.
unsafe impl<T: Copy> Send for Plain<T> {}

fn main() {
    let hits = Cell::new(0);
    let plain = Plain(&hits);
    thread::scope(|s| {
        let worker = s.spawn(move || plain.get().set(1));
        plain.get().set(2);
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

impl<T: Copy> Plain<T> {
    fn get(&self) -> T {
        self.0
    }
}
