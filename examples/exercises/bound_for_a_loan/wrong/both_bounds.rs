//@ rejected: `Cell<u32>` cannot be shared between threads safely
use std::cell::Cell;
use std::thread;

/// Lets another thread change what lies in the slot.
fn elsewhere<T: Send + Sync>(slot: &mut T, change: fn(&mut T)) {
    thread::scope(|s| {
        s.spawn(move || change(slot));
    });
}

fn main() {
    let mut hits = Cell::new(0_u32);
    elsewhere(&mut hits, |hits| hits.set(5));
    println!("{} hits", hits.get());
}
