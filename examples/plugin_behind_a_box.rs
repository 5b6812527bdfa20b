//@ check-pass
use std::thread;

struct Plugin(*mut u32);

// SAFETY: no one else has the pointer, and any thread may use it.
unsafe impl Send for Plugin {}

fn is_open(plugin: Box<Plugin>) -> bool {
    let worker = thread::spawn(move || !plugin.0.is_null());
    worker.join().unwrap()
}

fn main() {
    let _: fn(Box<Plugin>) -> bool = is_open;
}
