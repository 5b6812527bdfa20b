//@ run-pass
use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

struct Page {
    text: String,
    hits: Cell<u32>,
}

fn main() {
    let page = Mutex::new(Page {
        text: String::from("welcome"),
        hits: Cell::new(0),
    });
    let serve = || {
        let page = page.lock().unwrap();
        page.hits.set(page.hits.get() + 1);
        page.text.len()
    };
    thread::scope(|s| {
        s.spawn(serve);
        serve();
    });
    println!("{} hits", page.lock().unwrap().hits.get());
}
