//@ run-pass
use std::thread;

fn main() {
    let id: u32 = 7;
    let worker = thread::spawn(move || println!("worker {id}"));
    worker.join().unwrap();
}
