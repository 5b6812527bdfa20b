//@ check-fail
use std::cell::RefCell;
use std::thread;

fn main() {
    let log = RefCell::new(vec!["main started"]);
    thread::scope(|s| {
        s.spawn(|| log.borrow_mut().push("worker started")); //~ ERROR E0277
    });
    println!("{} lines", log.borrow().len());
}
