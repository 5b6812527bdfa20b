use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let log = Arc::new(RwLock::new(vec!["started"]));
    let for_worker = Arc::clone(&log);

    let worker = thread::spawn(move || {
        for_worker.write().unwrap().push("served");
    });
    worker.join().unwrap();
    println!("{:?}", log.read().unwrap());
}
