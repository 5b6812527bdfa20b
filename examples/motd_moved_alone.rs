//@ run-pass
use std::thread;

fn main() {
    let motd = String::from("welcome");
    let worker = thread::spawn(move || println!("{motd}"));
    worker.join().unwrap();
}
