//@ run-pass
use std::thread;

fn main() {
    let mut limit = 80;
    let lent = &limit;
    thread::scope(|s| {
        s.spawn(move || println!("{lent}"));
    });
    limit = 90;
    println!("{limit}");
}
