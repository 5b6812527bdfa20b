//@ data-race
use std::cell::Cell;
use std::thread;

// ANCHOR: shown
struct Loan<'a, T>(&'a mut T);

// WRONG: `T: Sync` is missing.
unsafe impl<T: Send> Sync for Loan<'_, T> {}

fn main() {
    let mut hits = Cell::new(0);
    let loan = Loan(&mut hits);
    let count = || loan.get().set(loan.get().get() + 1);
    thread::scope(|s| {
        let worker = s.spawn(count);
        count();
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown

impl<T> Loan<'_, T> {
    fn get(&self) -> &T {
        self.0
    }
}
