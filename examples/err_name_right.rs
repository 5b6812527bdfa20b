//@ run-pass
use std::thread;

fn main() {
    let hits = 7;
    let worker = thread::spawn(move || hits + 1);
    println!("{}", worker.join().unwrap() + hits);
}
