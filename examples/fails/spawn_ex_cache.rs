//@ check-fail
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

struct Cache {
    entries: Mutex<Vec<String>>,
}

impl Cache {
    fn refresh(&self) -> JoinHandle<()> {
        thread::spawn(move || {
            //~^ ERROR E0521
            let entry = String::from("motd");
            self.entries.lock().unwrap().push(entry);
        })
    }
}

fn main() {
    let cache = Cache {
        entries: Mutex::default(),
    };
    cache.refresh().join().unwrap();
    println!("{:?}", cache.entries.lock().unwrap());
}
