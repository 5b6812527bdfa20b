//@ rejected: two threads may count at once
use std::cell::Cell;

pub struct LookupLog {
    names: Vec<String>,
    asked: Cell<u32>,
}

impl LookupLog {
    pub fn new(names: &[&str]) -> Self {
        let names = names.iter().map(|name| name.to_string()).collect();
        LookupLog {
            names,
            asked: Cell::new(0),
        }
    }

    pub fn contains(&self, name: &str) -> bool {
        self.asked.set(self.asked.get() + 1);
        self.names.iter().any(|known| known == name)
    }

    /// How often `contains` was asked.
    pub fn asked(&self) -> u32 {
        self.asked.get()
    }
}

// SAFETY: it is only a count.
unsafe impl Sync for LookupLog {}

const _: () = {
    const fn shared<T: Sync>() {}
    shared::<LookupLog>()
};

fn main() {
    let log = LookupLog::new(&["ada", "grace"]);
    println!("{} {}", log.contains("ada"), log.contains("tony"));
    println!("{} asked", log.asked());
}
