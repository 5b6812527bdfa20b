//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let mut hits = Cell::new(0_u32);
    thread::scope(|s| {
        let lent = &mut hits;
        s.spawn(|| lent.set(lent.get() + 1)); //~ ERROR E0277
    });
    println!("{} hit", hits.get());
}
