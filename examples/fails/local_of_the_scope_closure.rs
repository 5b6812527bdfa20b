//@ check-fail
use std::thread;

fn main() {
    thread::scope(|s| {
        let limits = vec![80, 90];
        let worker = s.spawn(|| limits.len()); //~ ERROR E0373
        println!("{} limits", worker.join().unwrap());
    });
}
