//@ no-data-race
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let log = Arc::new(Mutex::new(vec!["started"]));
    let for_worker = Arc::clone(&log);

    let worker = thread::spawn(move || {
        for_worker.lock().unwrap().push("served");
    });
    worker.join().unwrap();
    println!("{:?}", log.lock().unwrap());
}
