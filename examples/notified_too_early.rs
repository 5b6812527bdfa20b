//@ hangs
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let (started, lock) = (Condvar::new(), Mutex::new(()));
    thread::scope(|s| {
        let worker = s.spawn(|| started.notify_one());
        worker.join().unwrap();
        drop(started.wait(lock.lock().unwrap()));
    });
}
