//@ run-pass
use std::cell::Cell;
use std::thread;

fn main() {
    let hits = [Cell::new(0_u32), Cell::new(0)];
    let workers = hits.map(|hit| {
        thread::spawn(move || {
            hit.set(hit.get() + 1);
            hit
        })
    });
    let hits = workers.map(|worker| worker.join().unwrap());
    println!("{hits:?}");
}
