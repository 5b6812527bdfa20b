//@ rejected: took the log with it
use std::cell::RefCell;
use std::thread;

/// Lets a worker read the log, and returns what it found.
fn read_elsewhere<R: Send>(
    log: &RefCell<Vec<String>>,
    read: impl FnOnce(&[String]) -> R + Send,
) -> R {
    let lines = log.take();
    let found = thread::scope(|s| {
        let worker = s.spawn(|| read(&lines));
        worker.join().unwrap()
    });
    log.replace(lines);
    found
}

fn main() {
    let log = RefCell::new(vec![String::from("started")]);
    log.borrow_mut().push(String::from("listening"));
    let count = read_elsewhere(&log, |lines| lines.len());
    println!("{count} lines");
}
