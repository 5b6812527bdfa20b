//@ check-fail
use std::sync::Arc;
use std::thread;

fn main() {
    let full: Arc<dyn Fn(u32) -> bool + Send> = Arc::new(|n| n > 80);
    let same = Arc::clone(&full);
    let worker = thread::spawn(move || same(90)); //~ ERROR E0277
    println!("{} {}", full(70), worker.join().unwrap());
}
