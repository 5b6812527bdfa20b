//@ no-data-race
//@ output-varies
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn open_many(active: &AtomicU32) {
    for _ in 0..200_000 {
        let seen = active.load(SeqCst);
        active.store(seen + 1, SeqCst);
    }
}

fn main() {
    let active = Arc::new(AtomicU32::new(0));
    let in_worker = Arc::clone(&active);

    let worker = thread::spawn(move || open_many(&in_worker));
    open_many(&active);
    worker.join().unwrap();

    println!("400000 opened, {} counted", active.load(SeqCst));
}
