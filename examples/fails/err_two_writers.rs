//@ check-fail
use std::thread;

fn main() {
    let mut log = vec![];
    thread::scope(|s| {
        s.spawn(|| log.push("one"));
        s.spawn(|| log.push("two")); //~ ERROR E0499
    });
}
