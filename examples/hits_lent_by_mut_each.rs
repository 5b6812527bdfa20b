//@ run-pass
use std::cell::Cell;
use std::thread;

fn main() {
    let mut hits = [Cell::new(0_u32), Cell::new(0)];
    thread::scope(|s| {
        for hit in &mut hits {
            s.spawn(move || hit.set(hit.get() + 1));
        }
    });
    println!("{hits:?}");
}
