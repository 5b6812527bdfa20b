//@ run-pass
use std::thread;

fn main() {
    let mut log = ["", ""];
    let (left, right) = log.split_at_mut(1);
    thread::scope(|s| {
        s.spawn(|| left[0] = "one");
        s.spawn(|| right[0] = "two");
    });
    println!("{log:?}");
}
