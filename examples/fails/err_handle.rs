//@ check-fail
use std::thread;

fn main() {
    let worker = thread::scope(|s| s.spawn(|| 7)); //~ ERROR lifetime may not live long enough
    println!("{}", worker.join().unwrap());
}
