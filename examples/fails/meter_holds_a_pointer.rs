//@ check-fail
use std::thread;

mod meter {
    /// A meter made by a C library: the pointer is all we have.
    pub struct Meter {
        raw: *mut u64,
    }

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
    let worker = thread::spawn(move || meter.add(3)); //~ ERROR E0277
    println!("{}", worker.join().unwrap());
}
