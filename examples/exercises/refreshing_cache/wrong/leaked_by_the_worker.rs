//@ rejected: nobody can drop it any more
use std::sync::{Arc, Mutex};
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
    fn refresh(self: &Arc<Self>, fetch: fn() -> String) -> JoinHandle<()> {
        let cache: &'static Arc<Cache> = Box::leak(Box::new(Arc::clone(self)));
        thread::spawn(move || {
            let entry = fetch();
            cache.entries.lock().unwrap().push(entry);
        })
    }
}

fn main() {
    let cache = Arc::new(Cache::new());
    let worker = cache.refresh(|| String::from("motd"));
    worker.join().unwrap();
    println!("{:?}", cache.entries());
}
