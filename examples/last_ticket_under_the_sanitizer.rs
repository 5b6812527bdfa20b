//@ no-data-race
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LEFT: AtomicU32 = AtomicU32::new(1);
static SOLD: AtomicU32 = AtomicU32::new(0);

fn sell(both_have_looked: &Barrier) {
    let left = LEFT.load(SeqCst);
    both_have_looked.wait();
    if left > 0 {
        LEFT.store(left - 1, SeqCst);
        SOLD.fetch_add(1, SeqCst);
    }
}

fn main() {
    let barrier = Barrier::new(2);
    thread::scope(|s| {
        let other = s.spawn(|| sell(&barrier));
        sell(&barrier);
        other.join().unwrap();
    });
    println!("sold {} of 1", SOLD.load(SeqCst));
}
