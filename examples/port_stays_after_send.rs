//@ run-pass
use std::thread;

fn main() {
    let mut port = 8080;
    let worker = thread::spawn(move || {
        port += 1;
        port
    });
    println!("worker: {}", worker.join().unwrap());
    println!("main: {port}");
}
