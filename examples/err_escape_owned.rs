//@ run-pass
use std::thread;

fn greet(name: &str) {
    let name = name.to_owned();
    thread::spawn(move || println!("{name}")).join().unwrap();
}

fn main() {
    greet("ada");
}
