//@ check-fail
use std::thread;

fn main() {
    let worker = thread::spawn(|id: u32| println!("worker {id}")); //~ ERROR E0593
    worker.join().unwrap();
}
