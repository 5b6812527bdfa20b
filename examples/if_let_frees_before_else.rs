//@ run-pass
use std::sync::Mutex;

fn main() {
    let jobs = Mutex::new(Vec::<&str>::new());
    if let Some(job) = jobs.lock().unwrap().pop() {
        println!("{job}");
    } else {
        println!("free: {}", jobs.try_lock().is_ok());
    }
}
