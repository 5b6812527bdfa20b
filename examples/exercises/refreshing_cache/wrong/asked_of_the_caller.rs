//@ rejected: a_cache_with_an_owner
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

struct Cache {
    entries: Mutex<Vec<String>>,
}

impl Cache {
    fn new() -> Cache {
        Cache {
            entries: Mutex::default(),
        }
    }

    fn entries(&self) -> Vec<String> {
        self.entries.lock().unwrap().clone()
    }

    /// Fetches an entry in the background.
    fn refresh(&'static self, fetch: fn() -> String) -> JoinHandle<()> {
        thread::spawn(move || {
            let entry = fetch();
            self.entries.lock().unwrap().push(entry);
        })
    }
}

fn main() {
    let cache = Box::leak(Box::new(Cache::new()));
    let worker = cache.refresh(|| String::from("motd"));
    worker.join().unwrap();
    println!("{:?}", cache.entries());
}
