//@ run-pass
//@ output-varies
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

struct Active(Cell<u32>);

// A false promise, made on purpose.
unsafe impl Sync for Active {}

fn open_many(active: &Active) {
    for _ in 0..2_000_000 {
        active.0.set(active.0.get() + 1);
    }
}

fn main() {
    let active = Arc::new(Active(Cell::new(0)));
    let in_worker = Arc::clone(&active);

    let worker = thread::spawn(move || open_many(&in_worker));
    open_many(&active);
    worker.join().unwrap();

    println!("4000000 opened, {} counted", active.0.get());
}
