//@ run-pass
use std::cell::RefCell;
use std::thread;

fn main() {
    let log = RefCell::new(vec!["started"]);
    log.borrow_mut().push("listening");

    let lines = log.borrow();
    let lines: &Vec<&str> = &lines;
    thread::scope(|s| {
        s.spawn(|| println!("{} lines", lines.len()));
    });
}
