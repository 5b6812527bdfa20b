//@ run-pass
use std::cell::Cell;
use std::thread;
use std::thread::LocalKey;

thread_local! {
    static LOOKUPS: Cell<u64> = const { Cell::new(0) };
}

fn main() {
    LOOKUPS.set(5);
    let key: &'static LocalKey<Cell<u64>> = &LOOKUPS;
    let worker = thread::spawn(|| key.get());
    println!("worker: {}", worker.join().unwrap());
    println!("main: {}", key.get());
}
