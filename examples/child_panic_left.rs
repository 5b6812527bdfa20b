//@ run-fail
use std::thread;

fn main() {
    let limits: [u32; 0] = [];

    thread::scope(|s| {
        s.spawn(|| limits.first().expect("a limit"));
        println!("main does its part");
    });
    println!("never reached");
}
