//@ run-pass
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

fn main() {
    let limit = Arc::new(AtomicU32::new(80));
    limit.store(90, Relaxed); // all handles see it
    println!("{}", limit.load(Relaxed));
}
