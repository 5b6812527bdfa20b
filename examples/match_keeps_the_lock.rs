//@ run-pass
use std::sync::Mutex;

fn main() {
    let jobs = Mutex::new(vec!["resize", "crop"]);
    match jobs.lock().unwrap().pop() {
        Some(job) => {
            println!("{job}, free: {}", jobs.try_lock().is_ok());
        }
        None => println!("nothing to do"),
    }
    let next = jobs.lock().unwrap().pop();
    match next {
        Some(job) => {
            println!("{job}, free: {}", jobs.try_lock().is_ok());
        }
        None => println!("nothing to do"),
    }
}
