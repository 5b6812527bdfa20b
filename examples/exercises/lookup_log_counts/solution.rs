use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

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
        self.asked.fetch_add(1, Relaxed);
        self.names.iter().any(|known| known == name)
    }

    /// How often `contains` was asked.
    pub fn asked(&self) -> u32 {
        self.asked.load(Relaxed)
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
