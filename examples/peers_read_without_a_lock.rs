//@ run-pass
use std::sync::Arc;
use std::thread;

fn main() {
    let peers = Arc::new(vec!["10.0.0.7", "10.0.0.9"]);
    let in_worker = Arc::clone(&peers);

    let worker = thread::spawn(move || in_worker.len());

    println!("main sees {}", peers.len());
    println!("worker saw {}", worker.join().unwrap());
}
