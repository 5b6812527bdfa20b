//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let log = Mutex::new(vec![]);
    thread::scope(|s| {
        s.spawn(|| log.lock().unwrap().push("one"));
        s.spawn(|| log.lock().unwrap().push("two"));
    });
    println!("{}", log.lock().unwrap().len());
}
