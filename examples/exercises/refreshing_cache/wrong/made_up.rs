//@ rejected: may drop the cache before
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
        // SAFETY: whoever gets the handle joins it.
        let cache: &'static Cache = unsafe { std::mem::transmute(self) };
        thread::spawn(move || {
            let entry = fetch();
            cache.entries.lock().unwrap().push(entry);
        })
    }
}

fn main() {
    let cache = Cache::new();
    let worker = cache.refresh(|| String::from("motd"));
    worker.join().unwrap();
    println!("{:?}", cache.entries());
}
