//@ rejected: `NonNull<[String]>` cannot be sent between threads safely
use std::cell::{Ref, RefCell};
use std::thread;

/// Lets a worker read the log, and returns what it found.
fn read_elsewhere<R: Send>(
    log: &RefCell<Vec<String>>,
    read: impl FnOnce(&[String]) -> R + Send,
) -> R {
    let lines = Ref::map(log.borrow(), Vec::as_slice);
    thread::scope(|s| {
        let worker = s.spawn(move || read(&lines));
        worker.join().unwrap()
    })
}

fn main() {
    let log = RefCell::new(vec![String::from("started")]);
    log.borrow_mut().push(String::from("listening"));
    let count = read_elsewhere(&log, |lines| lines.len());
    println!("{count} lines");
}
