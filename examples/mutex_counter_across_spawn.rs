//@ run-pass
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let active = Arc::new(Mutex::new(0));
    let in_worker = Arc::clone(&active);

    let worker = thread::spawn(move || {
        *in_worker.lock().unwrap() += 1;
    });

    *active.lock().unwrap() += 1;
    worker.join().unwrap();
    println!("{} active", active.lock().unwrap());
}
