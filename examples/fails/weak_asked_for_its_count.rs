//@ check-fail
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let log = Arc::new(RefCell::new(vec!["started"]));
    let watched = Arc::downgrade(&log);
    let worker = thread::spawn(move || watched.strong_count()); //~ ERROR E0277
    println!("{} owners", worker.join().unwrap());
    println!("{} lines", log.borrow().len());
}
