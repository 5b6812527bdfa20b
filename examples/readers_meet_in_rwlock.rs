//@ run-pass
use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let theme = RwLock::new("dark");
    let both_inside = Barrier::new(2);
    let read = || {
        let theme = theme.read().unwrap();
        both_inside.wait();
        theme.len()
    };
    thread::scope(|s| {
        let worker = s.spawn(read);
        println!("{} {}", read(), worker.join().unwrap());
    });
}
