//@ check-fail
use std::thread;

fn main() {
    let mut log = Vec::new();
    thread::scope(|s| {
        s.spawn(|| log.push("worker started"));
        s.spawn(|| log.push("worker stopped")); //~ ERROR E0499
    });
    println!("{} lines", log.len());
}
