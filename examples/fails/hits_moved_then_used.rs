//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let hits = Cell::new(0_u32);
    thread::scope(|s| {
        s.spawn(move || hits.set(hits.get() + 1));
        hits.set(hits.get() + 1); //~ ERROR E0382
    });
    println!("{} hits", hits.get()); //~ ERROR E0382
}
