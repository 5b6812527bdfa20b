//@ check-fail
use std::thread;

fn main() {
    let limits = vec![80, 90];
    let worker = thread::scope(|s| s.spawn(|| limits.len())); //~ ERROR lifetime may not live long enough
    println!("{} limits", worker.join().unwrap());
}
