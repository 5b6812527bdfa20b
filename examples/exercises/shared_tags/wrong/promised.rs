//@ rejected: counts its borrows without atomics
use std::cell::RefCell;
use std::sync::RwLock;
use std::thread;

struct Tags(RefCell<Vec<&'static str>>);

// SAFETY: it is behind a lock.
unsafe impl Sync for Tags {}

static TAGS: RwLock<Tags> = RwLock::new(Tags(RefCell::new(Vec::new())));

fn add(tag: &'static str) {
    TAGS.read().unwrap().0.borrow_mut().push(tag);
}

fn list() -> Vec<&'static str> {
    TAGS.read().unwrap().0.borrow().clone()
}

fn main() {
    thread::spawn(|| add("news")).join().unwrap();
    add("sport");
    println!("{:?}", list());
}
