//@ check-fail
use std::thread;

fn main() {
    let hits = 7;
    let worker = thread::spawn(move || hit + 1); //~ ERROR E0425
    println!("{}", worker.join().unwrap() + hits);
}
