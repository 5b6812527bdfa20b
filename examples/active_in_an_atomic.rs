//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

static ACTIVE: AtomicU32 = AtomicU32::new(0);

fn main() {
    ACTIVE.fetch_add(1, SeqCst);
    println!("{} active", ACTIVE.load(SeqCst));
}
