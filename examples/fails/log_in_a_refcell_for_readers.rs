//@ check-fail
use std::cell::RefCell;
use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let lines = vec!["started"];
    let log = Arc::new(RwLock::new(RefCell::new(lines)));
    let for_worker = Arc::clone(&log);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        let log = for_worker.write().unwrap();
        log.borrow_mut().push("served");
    });
    worker.join().unwrap();
    println!("{:?}", log.read().unwrap().borrow());
}
