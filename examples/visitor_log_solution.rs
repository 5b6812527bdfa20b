//@ run-pass
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let visitors = Arc::new(Mutex::new(Vec::new()));
    let mut workers = Vec::new();

    for name in ["ada", "grace"] {
        let visitors = Arc::clone(&visitors);
        workers.push(thread::spawn(move || {
            visitors.lock().unwrap().push(name);
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }

    let mut visitors = visitors.lock().unwrap();
    visitors.sort();
    println!("{visitors:?}");
}
