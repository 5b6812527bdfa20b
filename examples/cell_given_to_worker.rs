//@ run-pass
use std::cell::Cell;
use std::thread;

fn main() {
    let hits = Cell::new(0_u32);
    hits.set(hits.get() + 1);
    thread::scope(|s| {
        s.spawn(move || {
            hits.set(hits.get() + 1);
            println!("{} hits", hits.get());
        });
    });
}
