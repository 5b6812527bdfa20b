//@ rejected: that is the wrong lock, or it has a type too many in it
use std::cell::RefCell;
use std::sync::Mutex;
use std::thread;

static TAGS: Mutex<RefCell<Vec<&str>>> = Mutex::new(RefCell::new(Vec::new()));

fn add(tag: &'static str) {
    TAGS.lock().unwrap().borrow_mut().push(tag);
}

fn list() -> Vec<&'static str> {
    TAGS.lock().unwrap().borrow().clone()
}

fn main() {
    thread::spawn(|| add("news")).join().unwrap();
    add("sport");
    println!("{:?}", list());
}
