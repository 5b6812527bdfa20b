//@ run-pass
use std::sync::Mutex;
use std::thread;

static PLUGINS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn register(name: &'static str) {
    PLUGINS.lock().unwrap().push(name);
}

fn main() {
    register("echo");
    thread::spawn(|| register("gzip")).join().unwrap();
    println!("{:?}", PLUGINS.lock().unwrap());
}
