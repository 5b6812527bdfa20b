//@ check-fail
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread::{self, JoinHandle};

fn start_worker() -> JoinHandle<u32> {
    let active = AtomicU32::new(0);
    thread::spawn(|| active.fetch_add(1, SeqCst)) //~ ERROR E0373
}

fn main() {
    start_worker().join().unwrap();
}
