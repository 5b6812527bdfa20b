//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let hits = Cell::new(0_u32);
    let count = move || hits.replace(hits.get() + 1);

    thread::scope(|s| {
        let worker = s.spawn(&count); //~ ERROR E0277
        println!("{}", count());
        println!("{}", worker.join().unwrap());
    });
}
