//@ check-fail
use std::thread;

fn main() {
    let mut port = 80;
    thread::scope(|s| {
        s.spawn(|| println!("{port}"));
        port = 443; //~ ERROR E0506
    });
    println!("{port}");
}
