//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() {
    let hits = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| hits.fetch_add(1, Ordering::Relaxed));
        hits.fetch_add(1, Ordering::Relaxed);
    });
    println!("{} hits", hits.into_inner());
}
