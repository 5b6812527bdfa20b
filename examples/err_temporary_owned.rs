//@ run-pass
use std::thread;

fn main() {
    let name = String::from(" ada ").trim().to_owned();
    let worker = thread::spawn(move || println!("{name}"));
    worker.join().unwrap();
}
