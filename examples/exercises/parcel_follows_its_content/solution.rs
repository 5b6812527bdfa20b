//@ no-data-race
use parcel::Parcel;
use std::cell::Cell;
use std::thread;

mod parcel {
    use std::marker::PhantomData;
    use std::ptr;
    use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};

    /// Whoever asks first gets the value.
    pub struct Parcel<T> {
        raw: AtomicPtr<T>,
        _owns: PhantomData<T>,
    }

    // SAFETY: through a `&Parcel<T>` a value can be taken, by one
    // thread, which then owns it: hence `T: Send`. Nobody gets a
    // `&T`, so two threads never share one: `T: Sync` is not asked.
    unsafe impl<T: Send> Sync for Parcel<T> {}

    impl<T> Parcel<T> {
        pub fn new(value: T) -> Parcel<T> {
            let raw = Box::into_raw(Box::new(value));
            Parcel {
                raw: AtomicPtr::new(raw),
                _owns: PhantomData,
            }
        }
        pub fn take(&self) -> Option<T> {
            let raw = self.raw.swap(ptr::null_mut(), SeqCst);
            if raw.is_null() {
                return None;
            }
            // SAFETY: from `into_raw`, and the swap gives it to
            // one caller only.
            Some(*unsafe { Box::from_raw(raw) })
        }
    }

    impl<T> Drop for Parcel<T> {
        fn drop(&mut self) {
            drop(self.take());
        }
    }
}

fn main() {
    let parcel = Parcel::new(Cell::new(42));
    let lent = &parcel;
    thread::scope(|s| {
        let workers = [0, 1].map(|_| s.spawn(move || lent.take()));
        let taken = workers.map(|worker| worker.join().unwrap());
        let first = taken.into_iter().flatten().next();
        println!("{:?}", first.map(Cell::into_inner));
    });
}
