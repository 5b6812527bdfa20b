//@ run-fail
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let served = Arc::new(Mutex::new(0));
    let for_worker = Arc::clone(&served);
    let status_page = Arc::clone(&served);

    let worker = thread::spawn(move || {
        *for_worker.lock().unwrap() += 1;
    });
    worker.join().unwrap();

    let total = Arc::try_unwrap(served).unwrap();
    println!("{}", total.into_inner().unwrap());
    println!("{status_page:?}");
}
