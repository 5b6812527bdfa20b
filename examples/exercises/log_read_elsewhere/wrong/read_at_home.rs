//@ rejected: the log was read on the thread of the caller
use std::cell::RefCell;

/// Lets a worker read the log, and returns what it found.
fn read_elsewhere<R: Send>(
    log: &RefCell<Vec<String>>,
    read: impl FnOnce(&[String]) -> R + Send,
) -> R {
    let lines = log.borrow();
    read(&lines)
}

fn main() {
    let log = RefCell::new(vec![String::from("started")]);
    log.borrow_mut().push(String::from("listening"));
    let count = read_elsewhere(&log, |lines| lines.len());
    println!("{count} lines");
}
