//@ rejected: the change was made on the thread of the caller
use std::cell::Cell;

fn elsewhere<T>(slot: &mut T, change: fn(&mut T)) {
    change(slot);
}

fn main() {
    let mut hits = Cell::new(0_u32);
    elsewhere(&mut hits, |hits| hits.set(5));
    println!("{} hits", hits.get());
}
