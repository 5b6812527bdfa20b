use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

fn main() {
    let there = AtomicBool::new(false);
    println!("empty");
    thread::scope(|s| {
        s.spawn(|| {
            println!("written");
            there.store(true, Release);
        });
        while !there.load(Acquire) {
            thread::yield_now();
        }
        println!("read");
    });
    println!("joined");
}
