//@ rejected: money is gone
use std::panic::{self, AssertUnwindSafe};

pub type Ledger = Vec<i64>;

pub fn transfer(ledger: &mut Ledger, from: usize, to: usize, amount: i64) {
    ledger[from] -= amount;
    // Panics if there is no such account.
    ledger[to] += amount;
}

/// Whether the transfer was made. If not, nothing has changed.
pub fn attempt(ledger: &mut Ledger, from: usize, to: usize, amount: i64) -> bool {
    let done = panic::catch_unwind(AssertUnwindSafe(|| {
        transfer(ledger, from, to, amount);
    }));
    done.is_ok()
}

fn main() {
    // The panic is expected.
    panic::set_hook(Box::new(|_| {}));
    let mut ledger = vec![100, 0];
    println!("{}", attempt(&mut ledger, 0, 1, 30));
    println!("{}", attempt(&mut ledger, 0, 9, 30));
    println!("{ledger:?}");
}
