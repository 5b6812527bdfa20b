//@ run-pass
use std::sync::Arc;
use std::thread;

fn main() {
    let name = Arc::new("ada");
    let theirs = Arc::clone(&name);
    let worker = thread::spawn(move || println!("{theirs}"));
    worker.join().unwrap();
    println!("{name}");
}
