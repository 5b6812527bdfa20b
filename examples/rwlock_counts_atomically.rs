//@ run-pass
use std::sync::RwLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

// ANCHOR: shown
struct Page {
    text: String,
    hits: AtomicU32,
}

fn main() {
    let page = RwLock::new(Page {
        text: String::from("welcome"),
        hits: AtomicU32::new(0),
    });
    let serve = || {
        let page = page.read().unwrap();
        page.hits.fetch_add(1, SeqCst);
        page.text.len()
    };
    // ANCHOR_END: shown
    thread::scope(|s| {
        s.spawn(serve);
        serve();
    });
    println!("{} hits", page.into_inner().unwrap().hits.into_inner());
}
