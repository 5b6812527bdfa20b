//@ rejected: `T` cannot be sent between threads safely
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

/// Lets another thread change what lies in the slot.
fn elsewhere<T: Sync>(slot: &mut T, change: fn(&mut T)) {
    thread::scope(|s| {
        s.spawn(move || change(slot));
    });
}

fn main() {
    let mut hits = AtomicU32::new(0);
    elsewhere(&mut hits, |hits| hits.store(5, SeqCst));
    println!("{} hits", hits.load(SeqCst));
}
