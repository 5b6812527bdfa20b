//@ run-pass
use std::thread;

fn main() {
    let name = String::from("ada");
    let worker = thread::spawn(move || println!("{name}"));
    worker.join().unwrap();
}
