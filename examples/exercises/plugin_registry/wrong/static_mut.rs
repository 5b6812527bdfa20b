//@ rejected: two threads would push at once
use std::thread;

static mut PLUGINS: Vec<&str> = Vec::new();

fn register(name: &'static str) {
    let plugins = &raw mut PLUGINS;
    unsafe { (*plugins).push(name) };
}

/// All plugins, in the order in which they came.
fn registered() -> Vec<&'static str> {
    let plugins = &raw const PLUGINS;
    unsafe { (*plugins).clone() }
}

fn main() {
    register("echo");
    thread::spawn(|| register("gzip")).join().unwrap();
    println!("{:?}", registered());
}
