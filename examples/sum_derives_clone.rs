//@ memory-error
use std::thread;

mod c {
    //! Stands in for a C library.
    pub struct Sum(u32);

    pub extern "C" fn sum_new() -> *mut Sum {
        Box::into_raw(Box::new(Sum(0)))
    }
    pub unsafe extern "C" fn sum_add(sum: *mut Sum, n: u32) {
        unsafe { (*sum).0 += n }
    }
    pub unsafe extern "C" fn sum_get(sum: *const Sum) -> u32 {
        unsafe { (*sum).0 }
    }
    pub unsafe extern "C" fn sum_free(sum: *mut Sum) {
        drop(unsafe { Box::from_raw(sum) });
    }
}

// ANCHOR: shown
fn main() {
    let mut sum = checksum::Checksum::open();
    sum.add(42);
    let copy = sum.clone();
    let worker = thread::spawn(move || sum.get());
    println!("worker: {}", worker.join().unwrap());
    println!("main: {}", copy.get());
}

mod checksum {
    use super::c;
    use std::ptr::NonNull;

    #[derive(Clone)] // new
    pub struct Checksum {
        raw: NonNull<c::Sum>,
    }
    // ANCHOR_END: shown

    // SAFETY: a `Checksum` may be used and freed on any thread.
    // - It has the only way to its `Sum`: `sum_new` makes a new
    //   one, `raw` is private and given to nobody, and there is
    //   no `Clone`. So no other thread touches it meanwhile.
    // - The library's manual: it keeps no state but the sums, and
    //   any thread may use and free a sum, whoever made it.
    unsafe impl Send for Checksum {}

    impl Checksum {
        pub fn open() -> Checksum {
            let raw = NonNull::new(c::sum_new()).unwrap();
            Checksum { raw }
        }
        pub fn add(&mut self, n: u32) {
            // SAFETY: `raw` is valid until `drop`.
            unsafe { c::sum_add(self.raw.as_ptr(), n) }
        }
        pub fn get(&self) -> u32 {
            // SAFETY: `raw` is valid until `drop`.
            unsafe { c::sum_get(self.raw.as_ptr()) }
        }
    }

    impl Drop for Checksum {
        fn drop(&mut self) {
            // SAFETY: `raw` is from `sum_new`, and freed only here.
            unsafe { c::sum_free(self.raw.as_ptr()) }
        }
    }
}
