//@ run-pass
use std::thread;

struct Session;

impl Drop for Session {
    fn drop(&mut self) {
        let thread = thread::current();
        println!("closed by {}", thread.name().unwrap());
    }
}

fn main() {
    let session = Session;
    let worker = thread::Builder::new().name("worker".into());
    let handle = worker.spawn(move || {
        println!("used by the worker");
        session
    });
    let _ = handle.unwrap().join();
    println!("joined by main");
}
