//@ run-pass
use std::thread;

fn main() {
    thread::scope(|s| {
        s.spawn(|| println!("at work"));
    });
}
