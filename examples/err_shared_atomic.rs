//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn main() {
    let hits = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| hits.fetch_add(1, Relaxed));
        s.spawn(|| hits.fetch_add(1, Relaxed));
    });
    println!("{}", hits.into_inner());
}
