//@ run-pass
use std::thread;

fn main() {
    let log = thread::scope(|s| {
        let one = s.spawn(|| vec!["one"]);
        let two = s.spawn(|| vec!["two"]);
        [one.join().unwrap(), two.join().unwrap()].concat()
    });
    println!("{log:?}");
}
