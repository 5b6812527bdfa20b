//@ check-pass
use std::cell::UnsafeCell;
use std::sync::atomic::AtomicBool;

// ANCHOR: shown
/// A value that is put in once, and then read by all.
///
/// What readers share must be `Sync`. So this does not compile:
///
/// ```compile_fail,E0277
/// # use std::cell::Cell;
/// # use slot::Slot;
/// let hits = Slot::new();
/// hits.put(Cell::new(7));
/// std::thread::scope(|s| {
///     s.spawn(|| hits.get().is_some());
/// });
/// ```
///
/// With a number in the place of the cell, it does:
///
/// ```
/// # use slot::Slot;
/// let hits = Slot::new();
/// hits.put(7);
/// std::thread::scope(|s| {
///     s.spawn(|| hits.get().is_some());
/// });
/// ```
pub struct Slot<T> {
    // ANCHOR_END: shown
    pub taken: AtomicBool,
    pub full: AtomicBool,
    pub value: UnsafeCell<Option<T>>,
}

fn main() {}
