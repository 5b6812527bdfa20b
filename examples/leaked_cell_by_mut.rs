//@ run-pass
use std::cell::Cell;
use std::thread;

fn main() {
    let hits: &'static mut Cell<u32> = Box::leak(Box::default());
    let worker = thread::spawn(move || {
        hits.set(1);
        hits
    });
    println!("{} hit", worker.join().unwrap().get());
}
