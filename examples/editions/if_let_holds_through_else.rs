//@ run-pass
//@ edition: 2021
use std::sync::Mutex;

// ANCHOR: shown
fn main() {
    let jobs = Mutex::new(Vec::<&str>::new());
    if let Some(job) = jobs.lock().unwrap().pop() {
        println!("{job}");
    } else {
        println!("free: {}", jobs.try_lock().is_ok());
    };
}
// ANCHOR_END: shown
