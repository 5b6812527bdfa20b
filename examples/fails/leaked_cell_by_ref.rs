//@ check-fail
use std::cell::Cell;
use std::thread;

fn main() {
    let hits: &'static Cell<u32> = Box::leak(Box::default());
    let worker = thread::spawn(move || hits.set(1)); //~ ERROR E0277
    worker.join().unwrap();
}
