//@ hangs
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

fn main() {
    let active = Arc::new(Mutex::new(0));
    let log = Arc::new(Mutex::new(Vec::new()));
    let both_hold_one = Arc::new(Barrier::new(2));

    let (active2, log2) = (Arc::clone(&active), Arc::clone(&log));
    let both2 = Arc::clone(&both_hold_one);
    let worker = thread::spawn(move || {
        let mut log = log2.lock().unwrap();
        both2.wait();
        log.push(*active2.lock().unwrap());
    });

    let mut count = active.lock().unwrap();
    both_hold_one.wait();
    log.lock().unwrap().push(*count);
    *count += 1;

    worker.join().unwrap();
}
