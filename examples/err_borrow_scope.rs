//@ run-pass
use std::thread;

fn main() {
    let name = String::from("ada");
    thread::scope(|s| {
        s.spawn(|| println!("{name}"));
    });
    println!("{name}");
}
