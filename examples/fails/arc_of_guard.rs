//@ check-fail
use std::sync::{Arc, Mutex};
use std::thread;

static JOBS: Mutex<u32> = Mutex::new(0);

fn main() {
    let lock = Arc::new(JOBS.lock().unwrap());
    let for_worker = Arc::clone(&lock);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        println!("{for_worker} jobs");
    });
    worker.join().unwrap();
}
