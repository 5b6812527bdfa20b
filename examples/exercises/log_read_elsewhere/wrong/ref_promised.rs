//@ rejected: nobody may promise that for a `Ref`
use std::cell::{Ref, RefCell};
use std::thread;

struct Lines<'a>(Ref<'a, Vec<String>>);

unsafe impl Sync for Lines<'_> {}

impl Lines<'_> {
    fn all(&self) -> &[String] {
        &self.0
    }
}

/// Lets a worker read the log, and returns what it found.
fn read_elsewhere<R: Send>(
    log: &RefCell<Vec<String>>,
    read: impl FnOnce(&[String]) -> R + Send,
) -> R {
    let lines = Lines(log.borrow());
    thread::scope(|s| {
        let worker = s.spawn(|| read(lines.all()));
        worker.join().unwrap()
    })
}

fn main() {
    let log = RefCell::new(vec![String::from("started")]);
    log.borrow_mut().push(String::from("listening"));
    let count = read_elsewhere(&log, |lines| lines.len());
    println!("{count} lines");
}
