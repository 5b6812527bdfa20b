//@ run-pass
use std::cell::Cell;

struct Tally(Cell<u64>);

impl Tally {
    fn add(&self) {
        self.0.set(self.0.get() + 1);
    }
}

fn main() {
    let lookups = Tally(Cell::new(0));
    lookups.add();
    println!("{} lookups", lookups.0.get());
}
