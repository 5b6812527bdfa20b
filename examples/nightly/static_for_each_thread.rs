//@ nightly
#![feature(thread_local)]
use std::cell::Cell;
use std::thread;

#[thread_local]
static HITS: Cell<u32> = Cell::new(0);

fn main() {
    HITS.set(7);
    thread::spawn(|| println!("worker: {}", HITS.get()))
        .join()
        .unwrap();
    println!("main: {}", HITS.get());
}
