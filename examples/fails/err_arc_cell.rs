//@ check-fail
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let log = Arc::new(RefCell::new(vec!["start"]));
    thread::spawn(move || log.borrow_mut().push("stop")); //~ ERROR E0277
}
