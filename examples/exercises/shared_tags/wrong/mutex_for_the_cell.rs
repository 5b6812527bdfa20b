//@ rejected: what is left to put around the list?
use std::sync::{Mutex, RwLock};
use std::thread;

static TAGS: RwLock<Mutex<Vec<&str>>> = RwLock::new(Mutex::new(Vec::new()));

fn add(tag: &'static str) {
    TAGS.read().unwrap().lock().unwrap().push(tag);
}

fn list() -> Vec<&'static str> {
    TAGS.read().unwrap().lock().unwrap().clone()
}

fn main() {
    thread::spawn(|| add("news")).join().unwrap();
    add("sport");
    println!("{:?}", list());
}
