//@ rejected: returns only when the entry is fetched
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
    fn refresh(&self, fetch: fn() -> String) -> JoinHandle<()> {
        thread::scope(|s| {
            s.spawn(|| {
                let entry = fetch();
                self.entries.lock().unwrap().push(entry);
            });
        });
        thread::spawn(|| ())
    }
}

fn main() {
    let cache = Cache::new();
    let worker = cache.refresh(|| String::from("motd"));
    worker.join().unwrap();
    println!("{:?}", cache.entries());
}
