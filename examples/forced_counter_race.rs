//@ data-race
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

struct Active(Cell<u32>);

// The same false promise.
unsafe impl Sync for Active {}

fn main() {
    let active = Arc::new(Active(Cell::new(0)));
    let in_worker = Arc::clone(&active);

    let worker = thread::spawn(move || {
        for _ in 0..100 {
            in_worker.0.set(in_worker.0.get() + 1);
        }
    });

    for _ in 0..100 {
        active.0.set(active.0.get() + 1);
    }
    worker.join().unwrap();
}
