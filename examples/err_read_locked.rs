//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let log = Mutex::new(vec![]);
    thread::scope(|s| {
        s.spawn(|| log.lock().unwrap().push("one"));
        let lines = log.lock().unwrap().len();
        assert!(lines <= 1); // before or after the worker's line
    });
}
