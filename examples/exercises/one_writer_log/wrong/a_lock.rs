//@ rejected: so there is nothing to lock
use std::sync::Mutex;
use std::thread;

fn lines() -> Vec<&'static str> {
    let log = Mutex::new(vec!["main started"]);
    thread::scope(|s| {
        s.spawn(|| log.lock().unwrap().push("worker started"));
    });
    log.into_inner().unwrap()
}

fn main() {
    println!("{:?}", lines());
}
