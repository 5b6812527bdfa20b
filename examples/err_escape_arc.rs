//@ run-pass
use std::sync::Arc;
use std::thread;

fn greet(name: Arc<str>) {
    thread::spawn(move || println!("{name}")).join().unwrap();
}

fn main() {
    greet("ada".into());
}
