//@ check-fail
use std::cell::RefCell;
use std::thread;

static PLUGINS: RefCell<Vec<&str>> = RefCell::new(Vec::new());
//~^ ERROR E0277

fn register(name: &'static str) {
    PLUGINS.borrow_mut().push(name);
}

/// All plugins, in the order in which they came.
fn registered() -> Vec<&'static str> {
    PLUGINS.borrow().clone()
}

fn main() {
    register("echo");
    thread::spawn(|| register("gzip")).join().unwrap();
    println!("{:?}", registered());
}
