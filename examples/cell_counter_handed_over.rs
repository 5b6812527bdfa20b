//@ run-pass
use std::cell::Cell;
use std::thread;

fn main() {
    let active = Cell::new(0u32);

    let worker = thread::spawn(move || {
        active.set(active.get() + 1);
        active
    });

    let active = worker.join().unwrap();
    active.set(active.get() + 1);
    println!("{} active", active.get());
}
