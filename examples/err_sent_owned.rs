//@ run-pass
use std::thread;

fn main() {
    let name = "ada"; // no `Rc`: only the worker uses it
    let worker = thread::spawn(move || println!("{name}"));
    worker.join().unwrap();
}
