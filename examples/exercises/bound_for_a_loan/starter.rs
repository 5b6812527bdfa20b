//@ check-fail
use std::cell::Cell;
use std::thread;

/// Lets another thread change what lies in the slot.
fn elsewhere<T: Sync>(slot: &mut T, change: fn(&mut T)) {
    thread::scope(|s| {
        s.spawn(move || change(slot)); //~ ERROR E0277
    });
}

fn main() {
    let mut hits = Cell::new(0_u32);
    elsewhere(&mut hits, |hits| hits.set(5)); //~ ERROR E0277
    println!("{} hits", hits.get());
}
