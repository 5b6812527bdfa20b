//@ check-fail
use slot::Slot;
use std::cell::Cell;
use std::thread;

mod slot {
    use std::cell::UnsafeCell;

    pub struct Slot<T>(UnsafeCell<T>);

    // Nothing is asked of `T`.
    unsafe impl<T> Sync for Slot<T> {}

    impl<T> Slot<T> {
        pub fn of(value: T) -> Slot<T> {
            Slot(UnsafeCell::new(value))
        }
        pub fn get(&self) -> &T {
            // SAFETY: nothing ever writes.
            unsafe { &*self.0.get() }
        }
    }
}

fn main() {
    let hits = Slot::of(Cell::new(7));
    thread::scope(|s| {
        s.spawn(|| hit.get().set(8)); //~ ERROR E0425
    });
}
