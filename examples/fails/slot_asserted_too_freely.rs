//@ check-fail
use std::cell::UnsafeCell;
use std::sync::atomic::AtomicBool;

#[allow(dead_code)]
struct Slot<T> {
    taken: AtomicBool,
    full: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// ANCHOR: shown
unsafe impl<T: Send + Sync> Sync for Slot<T> {}

const fn sync<T: Sync>() {}

const _: () = sync::<Slot<String>>();

fn _sync_for_every<T: Send>() {
    sync::<Slot<T>>(); //~ ERROR E0277
}
// ANCHOR_END: shown

fn main() {}
