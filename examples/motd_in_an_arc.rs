//@ run-pass
use std::sync::Arc;
use std::thread;

fn main() {
    let motd = Arc::new(String::from("welcome"));
    let worker = thread::spawn(move || println!("{motd}"));
    worker.join().unwrap();
}
