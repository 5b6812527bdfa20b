//@ rejected: were lost
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub struct LookupLog {
    names: Vec<String>,
    asked: AtomicU32,
}

impl LookupLog {
    pub fn new(names: &[&str]) -> Self {
        let names = names.iter().map(|name| name.to_string()).collect();
        LookupLog {
            names,
            asked: AtomicU32::new(0),
        }
    }

    pub fn contains(&self, name: &str) -> bool {
        let before = self.asked.load(SeqCst);
        std::thread::yield_now();
        self.asked.store(before + 1, SeqCst);
        self.names.iter().any(|known| known == name)
    }

    /// How often `contains` was asked.
    pub fn asked(&self) -> u32 {
        self.asked.load(SeqCst)
    }
}

const _: () = {
    const fn shared<T: Sync>() {}
    shared::<LookupLog>()
};

fn main() {
    let log = LookupLog::new(&["ada", "grace"]);
    println!("{} {}", log.contains("ada"), log.contains("tony"));
    println!("{} asked", log.asked());
}
