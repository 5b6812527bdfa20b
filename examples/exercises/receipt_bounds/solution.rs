use std::ptr::NonNull;

pub struct Receipt<T> {
    result: NonNull<T>,
}

// SAFETY: a receipt owns its result, and nobody else has its
// address. Whoever has the receipt redeems or drops a `T` that
// another thread may have made.
unsafe impl<T: Send> Send for Receipt<T> {}
// SAFETY: no function takes a `&Receipt`, so with one in hand
// nobody can get to the result.
unsafe impl<T> Sync for Receipt<T> {}

impl<T> Receipt<T> {
    pub fn new(result: T) -> Self {
        let result = NonNull::from(Box::leak(Box::new(result)));
        Receipt { result }
    }

    pub fn redeem(self) -> T {
        let receipt = std::mem::ManuallyDrop::new(self);
        // SAFETY: it came from a box, and this is its one use.
        *unsafe { Box::from_raw(receipt.result.as_ptr()) }
    }
}

impl<T> Drop for Receipt<T> {
    fn drop(&mut self) {
        // SAFETY: as in `redeem`, which forgets its receipt.
        drop(unsafe { Box::from_raw(self.result.as_ptr()) });
    }
}

fn main() {
    let receipt = Receipt::new(String::from("42 pages"));
    println!("{}", receipt.redeem());
}
