//@ data-race
use std::cell::RefCell;
use std::thread;

struct Lookups(RefCell<u64>);

// Wrong: the borrow flag is a plain number.
unsafe impl Sync for Lookups {}

impl Lookups {
    fn add(&self) {
        if let Ok(mut count) = self.0.try_borrow_mut() {
            *count += 1;
        }
    }
}

fn main() {
    let lookups = &Lookups(RefCell::new(0));
    thread::scope(|s| {
        let worker = s.spawn(|| lookups.add());
        lookups.add();
        worker.join().unwrap();
    });
}
