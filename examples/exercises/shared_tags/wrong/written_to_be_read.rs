//@ rejected: `list` waits for somebody who only reads
use std::sync::RwLock;
use std::thread;

static TAGS: RwLock<Vec<&str>> = RwLock::new(Vec::new());

fn add(tag: &'static str) {
    TAGS.write().unwrap().push(tag);
}

fn list() -> Vec<&'static str> {
    TAGS.write().unwrap().clone()
}

fn main() {
    thread::spawn(|| add("news")).join().unwrap();
    add("sport");
    println!("{:?}", list());
}
