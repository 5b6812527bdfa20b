//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let mut hits = [Cell::new(0_u32), Cell::new(0)];
    thread::scope(|s| {
        for id in 0..2 {
            let hit = &mut hits[id]; //~ ERROR E0499
            s.spawn(move || hit.set(hit.get() + 1));
        }
    });
    println!("{hits:?}");
}
