//@ data-race
use own::Own;
use std::rc::Rc;
use std::thread;

// ANCHOR: shown
fn main() {
    let title: Rc<str> = "inbox".into();
    let owned = Own::new(Rc::clone(&title));
    let worker = thread::spawn(move || {
        let title = Rc::clone(owned.get());
        drop(vec![title; 100]);
    });
    drop(vec![title; 100]);
    worker.join().unwrap();
}

mod own {
    use std::marker::PhantomData;
    use std::ptr::NonNull;

    pub struct Own<T> {
        raw: NonNull<T>,
        _owns: PhantomData<T>,
    }

    // SAFETY: wrong. The pointer has one owner, and what of `T`?
    unsafe impl<T> Send for Own<T> {}
    // ANCHOR_END: shown

    impl<T> Own<T> {
        pub fn new(value: T) -> Own<T> {
            let raw = NonNull::from(Box::leak(Box::new(value)));
            Own {
                raw,
                _owns: PhantomData,
            }
        }
        pub fn get(&self) -> &T {
            // SAFETY: valid until `drop`; `&self` keeps that off.
            unsafe { self.raw.as_ref() }
        }
    }

    impl<T> Drop for Own<T> {
        fn drop(&mut self) {
            // SAFETY: from a `Box`, and freed only here.
            drop(unsafe { Box::from_raw(self.raw.as_ptr()) });
        }
    }
}
