//@ no-data-race
use std::sync::Mutex;
use std::thread;

static PLUGINS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn register(name: &'static str) {
    PLUGINS.lock().unwrap().push(name);
}

/// All plugins, in the order in which they came.
fn registered() -> Vec<&'static str> {
    PLUGINS.lock().unwrap().clone()
}

fn main() {
    register("echo");
    thread::spawn(|| register("gzip")).join().unwrap();
    println!("{:?}", registered());
}
