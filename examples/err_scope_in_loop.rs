//@ run-pass
use std::thread;

fn main() {
    let name = String::from("ada");
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| println!("{name}"));
        }
    });
}
