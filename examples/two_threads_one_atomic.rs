//@ no-data-race
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    // ANCHOR: two_threads
    let worker = thread::spawn(|| {
        HITS.fetch_add(1, Ordering::Relaxed);
    });
    HITS.fetch_add(1, Ordering::Relaxed);
    worker.join().unwrap();
    println!("{} hits", HITS.load(Ordering::Relaxed));
    // ANCHOR_END: two_threads
}
