//@ run-pass
use std::thread;

fn main() {
    let mut log = vec!["main started"];
    thread::scope(|s| {
        s.spawn(|| log.push("worker started"));
    });
    println!("{} lines", log.len());
}
