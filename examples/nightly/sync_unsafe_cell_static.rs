//@ run-pass
//@ nightly
#![feature(sync_unsafe_cell)]
use std::cell::SyncUnsafeCell;

static LOOKUPS: SyncUnsafeCell<u64> = SyncUnsafeCell::new(0);

fn main() {
    // SAFETY: no thread is ever started.
    unsafe { *LOOKUPS.get() += 1 }
    println!("{} lookups", unsafe { *LOOKUPS.get() });
}
