//@ check-fail
use std::cell::RefCell;
use std::thread;

fn lines() -> Vec<&'static str> {
    let log = RefCell::new(vec!["main started"]);
    thread::scope(|s| {
        s.spawn(|| log.borrow_mut().push("worker started")); //~ ERROR E0277
    });
    log.into_inner()
}

fn main() {
    println!("{:?}", lines());
}
