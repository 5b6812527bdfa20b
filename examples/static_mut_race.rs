//@ data-race
use std::thread;

static mut LOOKUPS: u64 = 0;

fn add() {
    unsafe { LOOKUPS += 1 }
}

fn main() {
    let worker = thread::spawn(add);
    add();
    worker.join().unwrap();
}
