//@ run-pass
use std::sync::OnceLock;
use std::thread;

struct Connection;

fn report(what: &str) {
    let here = thread::current();
    println!("{what} on {}", here.name().unwrap_or("the worker"));
}

impl Drop for Connection {
    fn drop(&mut self) {
        report("closed");
    }
}

fn main() {
    let slot = OnceLock::new();
    let shared = &slot;
    let open = || {
        report("opened");
        Connection
    };
    thread::scope(|s| {
        s.spawn(move || shared.get_or_init(open));
    });
    drop(slot);
}
