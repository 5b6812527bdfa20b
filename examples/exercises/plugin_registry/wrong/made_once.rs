//@ rejected: `RefCell<Vec<&'static str>>` cannot be shared between threads safely
use std::cell::RefCell;
use std::sync::OnceLock;
use std::thread;

static PLUGINS: OnceLock<RefCell<Vec<&str>>> = OnceLock::new();

fn register(name: &'static str) {
    PLUGINS
        .get_or_init(RefCell::default)
        .borrow_mut()
        .push(name);
}

/// All plugins, in the order in which they came.
fn registered() -> Vec<&'static str> {
    PLUGINS.get_or_init(RefCell::default).borrow().clone()
}

fn main() {
    register("echo");
    thread::spawn(|| register("gzip")).join().unwrap();
    println!("{:?}", registered());
}
