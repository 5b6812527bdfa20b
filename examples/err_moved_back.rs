//@ run-pass
use std::thread;

fn main() {
    let name = String::from("ada");
    let worker = thread::spawn(move || (name.len(), name));
    let (length, name) = worker.join().unwrap();
    println!("{name} has {length} letters");
}
