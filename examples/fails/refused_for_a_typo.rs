//@ check-fail
use slot::Slot;
use std::cell::Cell;
use std::thread;

mod slot {
    use std::cell::UnsafeCell;

    pub struct Slot<T>(UnsafeCell<Option<T>>);

    // ANCHOR: shown
    // The bound on `T` is forgotten.
    unsafe impl<T> Sync for Slot<T> {}
    // ANCHOR_END: shown

    impl<T> Slot<T> {
        pub fn of(value: T) -> Slot<T> {
            Slot(UnsafeCell::new(Some(value)))
        }
        pub fn get(&self) -> Option<&T> {
            // SAFETY: nothing ever writes.
            unsafe { (*self.0.get()).as_ref() }
        }
    }
}

// ANCHOR: test
fn main() {
    let hits = Slot::of(Cell::new(7));
    thread::scope(|s| {
        s.spawn(|| hit.get()); //~ ERROR E0425
    });
}
// ANCHOR_END: test
