//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

struct Hits(AtomicU32);

fn main() {
    let hits = Hits(AtomicU32::new(0));
    let lent: &Hits = &hits; // may be sent, since `Hits` may be shared
    thread::scope(|s| {
        s.spawn(move || lent.0.fetch_add(1, Relaxed));
    });
}
