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

/// Fails to compile if the type has the trait.
macro_rules! lacks {
    ($type:ty, $bound:path) => {
        const _: () = {
            trait Ask<Answer> {
                fn ask() {}
            }
            impl<T> Ask<()> for T {} // every type
            impl<T: $bound> Ask<u8> for T {} // those that have it
            let _ = <$type as Ask<_>>::ask;
        };
    };
}

lacks!(Slot<Cell<u32>>, Sync);
// ANCHOR_END: shown

fn main() {}
