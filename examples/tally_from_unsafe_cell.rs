//@ run-pass
use std::cell::UnsafeCell;

struct Tally(UnsafeCell<u64>);

impl Tally {
    fn add(&self) {
        // SAFETY: a `Tally` is not shared between threads, and no
        // reference to the number exists outside these methods.
        unsafe { *self.0.get() += 1 }
    }

    fn count(&self) -> u64 {
        // SAFETY: as in `add`.
        unsafe { *self.0.get() }
    }
}

fn main() {
    let lookups = Tally(UnsafeCell::new(0));
    let (here, there) = (&lookups, &lookups);
    here.add();
    there.add();
    println!("{} lookups", here.count());
}
