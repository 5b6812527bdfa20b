//@ check-fail
use std::cell::RefCell;
use std::sync::RwLock;
use std::thread;

static TAGS: RwLock<RefCell<Vec<&str>>> =
    //~^ ERROR E0277
    RwLock::new(RefCell::new(Vec::new()));

fn add(tag: &'static str) {
    TAGS.read().unwrap().borrow_mut().push(tag);
}

fn list() -> Vec<&'static str> {
    TAGS.read().unwrap().borrow().clone()
}

fn main() {
    thread::spawn(|| add("news")).join().unwrap();
    add("sport");
    println!("{:?}", list());
}
