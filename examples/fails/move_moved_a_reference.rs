//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let cell = Cell::new(0_u32);
    let hits = &cell;
    thread::scope(|s| {
        s.spawn(move || hits.set(hits.get() + 1)); //~ ERROR E0277
    });
    println!("{} hits", cell.get());
}
