use std::cell::RefCell;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let lines = vec!["started"];
    let log = Arc::new(Mutex::new(RefCell::new(lines)));
    let for_worker = Arc::clone(&log);

    let worker = thread::spawn(move || {
        let log = for_worker.lock().unwrap();
        log.borrow_mut().push("served");
    });
    worker.join().unwrap();
    println!("{:?}", log.lock().unwrap().borrow());
}
