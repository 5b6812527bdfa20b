//@ run-pass
use std::thread;

mod meter {
    /// A meter made by a C library: the pointer is all we have.
    // ANCHOR: shown
    pub struct Meter {
        raw: *mut u64,
    }

    // SAFETY: the number lies on the heap and belongs to no thread.
    // `raw` is private, not handed out, and made anew by each `open`,
    // so whoever has the `Meter` has the only way to the number.
    unsafe impl Send for Meter {}
    // ANCHOR_END: shown

    impl Meter {
        pub fn open() -> Meter {
            let raw = Box::into_raw(Box::new(0)); // the C library
            Meter { raw }
        }
        pub fn add(&mut self, amount: u64) -> u64 {
            // SAFETY: valid until `drop`; `&mut self` has it alone.
            let value = unsafe { &mut *self.raw };
            *value += amount;
            *value
        }
    }

    impl Drop for Meter {
        fn drop(&mut self) {
            // SAFETY: made by `into_raw`, freed here and only here.
            drop(unsafe { Box::from_raw(self.raw) });
        }
    }
}

fn main() {
    let mut meter = meter::Meter::open();
    let worker = thread::spawn(move || meter.add(3));
    println!("{}", worker.join().unwrap());
}
