//@ run-pass
use std::thread;

fn main() {
    let name = String::from("ada");
    let theirs = name.clone(); // or an `Arc`, if it is large
    let worker = thread::spawn(move || println!("{theirs}"));
    worker.join().unwrap();
    println!("{name}");
}
