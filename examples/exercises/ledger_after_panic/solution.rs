use std::panic;

pub type Ledger = Vec<i64>;

pub fn transfer(ledger: &mut Ledger, from: usize, to: usize, amount: i64) {
    ledger[from] -= amount;
    // Panics if there is no such account.
    ledger[to] += amount;
}

/// Whether the transfer was made. If not, nothing has changed.
pub fn attempt(ledger: &mut Ledger, from: usize, to: usize, amount: i64) -> bool {
    let made = panic::catch_unwind(|| {
        let mut changed = ledger.clone();
        transfer(&mut changed, from, to, amount);
        changed
    });
    let done = made.is_ok();
    if let Ok(changed) = made {
        *ledger = changed;
    }
    done
}

fn main() {
    // The panic is expected.
    panic::set_hook(Box::new(|_| {}));
    let mut ledger = vec![100, 0];
    println!("{}", attempt(&mut ledger, 0, 1, 30));
    println!("{}", attempt(&mut ledger, 0, 9, 30));
    println!("{ledger:?}");
}
