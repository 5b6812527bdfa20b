//@ check-fail
use std::thread;

fn main() {
    let mut log = vec![];
    thread::scope(|s| {
        s.spawn(|| log.push("one"));
        println!("{}", log.len()); //~ ERROR E0502
    });
}
