//@ rejected: entry of another cache
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

static ENTRIES: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Cache;

impl Cache {
    fn new() -> Cache {
        Cache
    }

    fn entries(&self) -> Vec<String> {
        ENTRIES.lock().unwrap().clone()
    }

    /// Fetches an entry in the background.
    fn refresh(&self, fetch: fn() -> String) -> JoinHandle<()> {
        thread::spawn(move || {
            let entry = fetch();
            ENTRIES.lock().unwrap().push(entry);
        })
    }
}

fn main() {
    let cache = Cache::new();
    let worker = cache.refresh(|| String::from("motd"));
    worker.join().unwrap();
    println!("{:?}", cache.entries());
}
