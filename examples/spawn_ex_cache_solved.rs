//@ run-pass
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

struct Cache {
    entries: Mutex<Vec<String>>,
}

impl Cache {
    fn refresh(self: &Arc<Self>) -> JoinHandle<()> {
        let cache = Arc::clone(self);
        thread::spawn(move || {
            let entry = String::from("motd");
            cache.entries.lock().unwrap().push(entry);
        })
    }
}

fn main() {
    let cache = Arc::new(Cache {
        entries: Mutex::default(),
    });
    cache.refresh().join().unwrap();
    println!("{:?}", cache.entries.lock().unwrap());
}
