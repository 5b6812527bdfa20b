//@ run-pass
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let log = Arc::new(Mutex::new(vec!["start"]));
    let theirs = Arc::clone(&log);
    let worker = thread::spawn(move || theirs.lock().unwrap().push("stop"));
    worker.join().unwrap();
    println!("{:?}", log.lock().unwrap());
}
