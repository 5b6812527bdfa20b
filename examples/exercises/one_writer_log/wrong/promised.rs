//@ rejected: no promise is needed
use std::cell::RefCell;
use std::thread;

struct Log(RefCell<Vec<&'static str>>);

// SAFETY: one thread at a time writes.
unsafe impl Sync for Log {}

impl Log {
    fn push(&self, line: &'static str) {
        self.0.borrow_mut().push(line);
    }
}

fn lines() -> Vec<&'static str> {
    let log = Log(RefCell::new(vec!["main started"]));
    thread::scope(|s| {
        s.spawn(|| log.push("worker started"));
    });
    log.0.into_inner()
}

fn main() {
    println!("{:?}", lines());
}
