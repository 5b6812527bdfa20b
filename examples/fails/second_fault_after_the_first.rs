//@ check-fail
use std::sync::Arc;
use std::thread;

fn main() {
    let peers = Arc::new(vec!["10.0.0.7"]);
    let worker = thread::spawn(move || println!("{peers:?}"));
    println!("{} peers", peers.len()); //~ ERROR E0382
    worker.join().unwrap();
}
