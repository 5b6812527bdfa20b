//@ run-pass
use std::cell::Cell;
use std::thread;

fn main() {
    let mut hits = [0; 4].map(Cell::new);
    thread::scope(|s| {
        for part in hits.chunks_mut(2) {
            s.spawn(move || {
                for hit in part {
                    hit.set(hit.get() + 1);
                }
            });
        }
    });
    println!("{hits:?}");
}
