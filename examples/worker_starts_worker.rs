//@ run-pass
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let pages = AtomicU32::new(0);

    thread::scope(|s| {
        s.spawn(|| {
            pages.fetch_add(1, SeqCst);
            s.spawn(|| pages.fetch_add(1, SeqCst));
        });
    });
    println!("{} pages", pages.into_inner());
}
