//@ check-fail
use std::thread;

fn greet(name: &str) {
    thread::spawn(move || println!("{name}")); //~ ERROR E0521
}

fn main() {
    greet("ada");
}
