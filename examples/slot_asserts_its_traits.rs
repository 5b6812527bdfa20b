//@ check-pass
use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::AtomicBool;

#[allow(dead_code)]
struct Slot<T> {
    taken: AtomicBool,
    full: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// ANCHOR: shown
unsafe impl<T: Send + Sync> Sync for Slot<T> {}

const fn send<T: Send>() {}
const fn sync<T: Sync>() {}

const _: () = send::<Slot<Cell<u32>>>();
const _: () = sync::<Slot<String>>();

fn _sync_for_every<T: Send + Sync>() {
    sync::<Slot<T>>();
}
// ANCHOR_END: shown

fn main() {}
