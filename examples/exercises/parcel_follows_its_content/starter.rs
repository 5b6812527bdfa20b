//@ data-race
use parcel::Parcel;
use std::rc::Rc;
use std::thread;

mod parcel {
    use std::ptr;
    use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};

    /// Whoever asks first gets the value.
    pub struct Parcel<T> {
        raw: AtomicPtr<T>,
    }

    impl<T> Parcel<T> {
        pub fn new(value: T) -> Parcel<T> {
            let raw = Box::into_raw(Box::new(value));
            Parcel {
                raw: AtomicPtr::new(raw),
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
    let title: Rc<str> = "inbox".into();
    let parcel = Parcel::new(Rc::clone(&title));
    let worker = thread::spawn(move || {
        let taken = parcel.take();
        drop(vec![taken; 100]);
    });
    drop(vec![title; 100]);
    worker.join().unwrap();
}
