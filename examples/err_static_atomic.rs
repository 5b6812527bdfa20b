//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

static HITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    HITS.store(1, Relaxed);
}
