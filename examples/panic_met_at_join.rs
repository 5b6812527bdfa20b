//@ run-fail
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static ACTIVE: AtomicU32 = AtomicU32::new(0);

fn close() {
    let before = ACTIVE.fetch_sub(1, SeqCst);
    assert!(before > 0, "closed more than was opened");
}

fn main() {
    let worker = thread::spawn(close);
    println!("the service goes on");
    worker.join().unwrap();
    println!("never printed");
}
