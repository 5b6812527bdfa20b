//@ run-pass
//@ nightly
#![feature(sync_unsafe_cell)]
use std::cell::SyncUnsafeCell;

static LOOKUPS: SyncUnsafeCell<u64> = SyncUnsafeCell::new(0);

fn main() {
    // SAFETY: no thread is ever started, and no reference to the
    // number is made.
    unsafe { *LOOKUPS.get() += 1 }
    // SAFETY: as above.
    println!("{} lookups", unsafe { *LOOKUPS.get() });
}
