use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static ANSWERED: AtomicU32 = AtomicU32::new(0);

fn main() {
    let worker = thread::spawn(|| ANSWERED.fetch_add(1, Relaxed));
    ANSWERED.fetch_add(1, Relaxed);
    worker.join().unwrap();

    println!("{} answered", ANSWERED.load(Relaxed));
}
