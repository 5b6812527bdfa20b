//@ check-fail
use std::sync::Arc;
use std::thread;

type Check = Box<dyn Fn(u16) -> bool + Send>;

fn main() {
    let check: Check = Box::new(|port| port > 0);
    let check = Arc::new(check);
    let theirs = Arc::clone(&check);
    let worker = thread::spawn(move || theirs(80)); //~ ERROR E0277
    println!("{} {}", check(443), worker.join().unwrap());
}
