//@ run-pass
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::thread;

static PORTS: LazyLock<HashMap<&str, u16>> =
    LazyLock::new(|| HashMap::from([("http", 80), ("ssh", 22)]));
static OPENED: Mutex<Vec<u16>> = Mutex::new(Vec::new());

fn open(service: &str) {
    OPENED.lock().unwrap().push(PORTS[service]);
}

fn main() {
    thread::spawn(|| open("ssh")).join().unwrap();
    open("http");
    println!("{:?}", OPENED.lock().unwrap());
}
