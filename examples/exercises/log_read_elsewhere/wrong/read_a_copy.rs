//@ rejected: the worker read a copy
use std::cell::RefCell;
use std::thread;

/// Lets a worker read the log, and returns what it found.
fn read_elsewhere<R: Send>(
    log: &RefCell<Vec<String>>,
    read: impl FnOnce(&[String]) -> R + Send,
) -> R {
    let lines = log.borrow().clone();
    thread::scope(|s| {
        let worker = s.spawn(|| read(&lines));
        worker.join().unwrap()
    })
}

fn main() {
    let log = RefCell::new(vec![String::from("started")]);
    log.borrow_mut().push(String::from("listening"));
    let count = read_elsewhere(&log, |lines| lines.len());
    println!("{count} lines");
}
