//@ check-fail
use std::sync::{Arc, RwLock};
use std::thread;

type Check = Box<dyn Fn(u16) -> bool + Send>;

fn main() {
    let check: Check = Box::new(|port| port > 0);
    let check = Arc::new(RwLock::new(check));
    let theirs = Arc::clone(&check);
    let worker = thread::spawn(move || theirs.read().unwrap()(80)); //~ ERROR E0277
    println!("{} {}", check.read().unwrap()(443), worker.join().unwrap());
}
