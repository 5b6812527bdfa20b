//@ data-race
use slot::Slot;
use std::cell::Cell;
use std::thread;

mod slot {
    use std::cell::UnsafeCell;

    pub struct Slot<T>(UnsafeCell<T>);

    // WRONG: a `Slot<Cell<u32>>` shares a cell.
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

// ANCHOR: shown
fn count(hits: &Slot<Cell<u32>>) {
    let hits = hits.get();
    for _ in 0..1_000 {
        hits.set(hits.get() + 1);
    }
}

fn main() {
    let hits = Slot::of(Cell::new(7));
    thread::scope(|s| {
        let worker = s.spawn(|| count(&hits));
        count(&hits);
        worker.join().unwrap();
    });
}
// ANCHOR_END: shown
