//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let hits = [Cell::new(0_u32), Cell::new(0)];
    thread::scope(|s| {
        for hit in &hits {
            s.spawn(move || hit.set(hit.get() + 1)); //~ ERROR E0277
        }
    });
    println!("{hits:?}");
}
