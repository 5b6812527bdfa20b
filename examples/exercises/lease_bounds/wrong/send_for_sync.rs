//@ rejected: two threads would change one `Cell`
use std::cell::Cell;
use std::thread;

mod lease {
    use std::marker::PhantomData;

    /// Has the `T` to itself until `'a` ends.
    pub struct Lease<'a, T> {
        at: *mut T,
        _lent: PhantomData<&'a mut T>,
    }

    unsafe impl<T: Send> Send for Lease<'_, T> {}
    unsafe impl<T: Send> Sync for Lease<'_, T> {}

    impl<'a, T> Lease<'a, T> {
        pub fn new(value: &'a mut T) -> Self {
            let _lent = PhantomData;
            Lease { at: value, _lent }
        }
        pub fn get(&self) -> &T {
            // SAFETY: valid for `'a`; `&self` admits readers only.
            unsafe { &*self.at }
        }
        pub fn get_mut(&mut self) -> &mut T {
            // SAFETY: valid for `'a`; `&mut self` admits no one else.
            unsafe { &mut *self.at }
        }
    }
}

fn main() {
    let mut hits = Cell::new(0);
    let mut lease = lease::Lease::new(&mut hits);
    thread::scope(|s| {
        s.spawn(move || lease.get_mut().set(1));
    });

    let lease = lease::Lease::new(&mut hits);
    println!("{} hit", lease.get().get());
}
