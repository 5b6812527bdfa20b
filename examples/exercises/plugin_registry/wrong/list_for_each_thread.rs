//@ rejected: each thread has a list of its own
use std::cell::RefCell;
use std::thread;

thread_local! {
    static PLUGINS: RefCell<Vec<&'static str>> =
        const { RefCell::new(Vec::new()) };
}

fn register(name: &'static str) {
    PLUGINS.with_borrow_mut(|plugins| plugins.push(name));
}

/// All plugins, in the order in which they came.
fn registered() -> Vec<&'static str> {
    PLUGINS.with_borrow(Vec::clone)
}

fn main() {
    register("echo");
    thread::spawn(|| register("gzip")).join().unwrap();
    println!("{:?}", registered());
}
