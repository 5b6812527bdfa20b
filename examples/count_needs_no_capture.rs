//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static ACTIVE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let job = || ACTIVE.fetch_add(1, SeqCst);
    println!("{} bytes", size_of_val(&job));
    thread::spawn(job).join().unwrap();
    println!("{} active", ACTIVE.load(SeqCst));
}
