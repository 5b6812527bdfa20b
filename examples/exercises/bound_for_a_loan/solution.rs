//@ run-pass
use std::cell::Cell;
use std::thread;

/// Lets another thread change what lies in the slot.
fn elsewhere<T: Send>(slot: &mut T, change: fn(&mut T)) {
    thread::scope(|s| {
        s.spawn(move || change(slot));
    });
}

fn main() {
    let mut hits = Cell::new(0_u32);
    elsewhere(&mut hits, |hits| hits.set(5));
    println!("{} hits", hits.get());
}
