//@ run-pass
use std::thread;

fn main() {
    let mut hits = 0;
    thread::scope(|s| {
        s.spawn(|| hits += 1); // the only one who writes
    });
    println!("{hits}");
}
