//@ rejected: is not in the registry on any thread
use std::cell::RefCell;
use std::thread;

#[expect(clippy::declare_interior_mutable_const)]
const PLUGINS: RefCell<Vec<&str>> = RefCell::new(Vec::new());

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
