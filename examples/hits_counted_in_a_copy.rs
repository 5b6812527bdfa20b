//@ run-pass
use std::thread;

fn main() {
    let mut hits = 0;
    let worker = thread::spawn(move || {
        hits += 10;
        hits
    });
    println!("worker: {}", worker.join().unwrap());
    hits += 1;
    println!("main: {hits}");
}
