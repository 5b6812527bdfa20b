//@ check-fail
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let active = AtomicU32::new(0);

    let worker = thread::spawn(|| {
        //~^ ERROR E0373
        active.fetch_add(1, SeqCst);
    });
    worker.join().unwrap();

    println!("{} active", active.load(SeqCst));
}
