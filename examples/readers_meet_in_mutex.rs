//@ hangs
use std::sync::{Barrier, Mutex};
use std::thread;

// ANCHOR: shown
fn main() {
    let theme = Mutex::new("dark");
    let both_inside = Barrier::new(2);
    let read = || {
        let theme = theme.lock().unwrap();
        both_inside.wait();
        theme.len()
    };
    thread::scope(|s| {
        let worker = s.spawn(read);
        println!("{} {}", read(), worker.join().unwrap());
    });
}
// ANCHOR_END: shown
