use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn main() {
    let open = AtomicU32::new(0);
    thread::scope(|s| {
        s.spawn(|| open.fetch_add(1, Relaxed));
        s.spawn(|| open.fetch_add(1, Relaxed));
    });
    println!("{}", open.into_inner());
}
