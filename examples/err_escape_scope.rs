//@ run-pass
use std::thread;

fn greet(name: &str) {
    thread::scope(|s| {
        s.spawn(|| println!("{name}"));
    });
}

fn main() {
    greet("ada");
}
