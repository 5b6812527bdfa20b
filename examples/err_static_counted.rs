//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static HITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    HITS.fetch_add(1, Relaxed);
    println!("{} hits", HITS.load(Relaxed));
}
