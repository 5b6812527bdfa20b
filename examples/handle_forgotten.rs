//@ hangs
use std::{mem, thread};

fn main() {
    let limits = [80, 90];
    thread::scope(|s| {
        let worker = s.spawn(|| limits.len());
        mem::forget(worker);
    });
    println!("never reached");
}
