use std::sync::{Arc, Mutex};
use std::thread;

type Check = Box<dyn Fn(u16) -> bool + Send>;

fn main() {
    let check: Check = Box::new(|port| port > 0);
    let check = Arc::new(Mutex::new(check));
    let theirs = Arc::clone(&check);
    let worker = thread::spawn(move || theirs.lock().unwrap()(80));
    let theirs = worker.join().unwrap();
    println!("{} {theirs}", check.lock().unwrap()(443));
}
