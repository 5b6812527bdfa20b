//@ check-fail
use std::cell::Cell;
use std::sync::RwLock;
use std::thread;

struct Page {
    text: String,
    hits: Cell<u32>,
}

// ANCHOR: shown
fn main() {
    let page = RwLock::new(Page {
        text: String::from("welcome"),
        hits: Cell::new(0),
    });
    let serve = || {
        let page = page.read().unwrap();
        page.hits.set(page.hits.get() + 1);
        page.text.len()
    };
    thread::scope(|s| {
        s.spawn(serve); //~ ERROR E0277
        serve();
    });
    println!("{} hits", page.read().unwrap().hits.get());
}
// ANCHOR_END: shown
