//@ rejected: a read on another thread that came before
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering::*};

struct Inner<T> {
    count: AtomicUsize,
    value: T,
}

pub struct Shared<T> {
    inner: NonNull<Inner<T>>,
}

// SAFETY: each handle lends a `&T` on its thread, and the last one
// drops the value on its own.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
// SAFETY: as for `Send`, since a `&Shared` can be cloned.
unsafe impl<T: Send + Sync> Sync for Shared<T> {}

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        let count = AtomicUsize::new(1);
        let inner = Box::leak(Box::new(Inner { count, value }));
        let inner = NonNull::from(inner);
        Shared { inner }
    }

    fn inner(&self) -> &Inner<T> {
        // SAFETY: this handle is counted, so the value is there.
        unsafe { self.inner.as_ref() }
    }

    pub fn get(&self) -> &T {
        &self.inner().value
    }

    /// The value, to be changed, if no other handle is left.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        let alone = self.inner().count.load(Relaxed) == 1;
        // SAFETY: there is one handle.
        alone.then(|| unsafe { &mut self.inner.as_mut().value })
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        self.inner().count.fetch_add(1, Relaxed);
        Shared { inner: self.inner }
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        if self.inner().count.fetch_sub(1, AcqRel) == 1 {
            // SAFETY: it came from a box, and no handle is left. What
            // others did with theirs happens before, by the `AcqRel`s.
            drop(unsafe { Box::from_raw(self.inner.as_ptr()) });
        }
    }
}

fn main() {
    let mut limit = Shared::new(80);
    if let Some(limit) = limit.get_mut() {
        *limit += 10;
    }
    println!("{}", limit.get());
}
