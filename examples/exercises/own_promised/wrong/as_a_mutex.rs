//@ rejected: `get` lends a `&T` and takes nothing out
use own::Own;
use std::thread;

mod own {
    use std::marker::PhantomData;
    use std::ptr::NonNull;

    pub struct Own<T> {
        raw: NonNull<T>,
        _owns: PhantomData<T>,
    }

    // SAFETY: one owner.
    unsafe impl<T: Send> Send for Own<T> {}
    // SAFETY: one owner.
    unsafe impl<T: Send> Sync for Own<T> {}

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

fn main() {
    let names = Own::new(vec!["inbox", "spam"]);
    thread::scope(|s| {
        s.spawn(|| assert_eq!(names.get().len(), 2));
    });
    let worker = thread::spawn(move || names.get().join(", "));
    println!("{}", worker.join().unwrap());
}
