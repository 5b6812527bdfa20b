//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn main() {
    let limit = AtomicU32::new(80);
    thread::scope(|s| {
        s.spawn(|| assert!(limit.load(Relaxed) >= 80)); // 80 or 90
        limit.store(90, Relaxed);
    });
    println!("{}", limit.into_inner());
}
