//@ check-fail
use std::cell::RefCell;
use std::thread;

fn main() {
    let log = RefCell::new(vec!["started"]);
    log.borrow_mut().push("listening");

    let lines = log.borrow();
    thread::scope(|s| {
        s.spawn(|| println!("{} lines", lines.len()));
        //~^ ERROR E0277
        //~^ ERROR E0277
    });
}
