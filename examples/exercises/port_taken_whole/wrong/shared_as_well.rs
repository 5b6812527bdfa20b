//@ rejected: two threads with a `&Port`
use std::thread;

mod serial {
    /// A serial port of a C library. It may be used from any
    /// thread, and by one thread at a time.
    pub struct Port {
        raw: *mut u8,
    }

    // SAFETY: see above; there is one `Port` for each pointer.
    unsafe impl Send for Port {}
    // SAFETY: it may be used from any thread.
    unsafe impl Sync for Port {}

    impl Port {
        pub fn open() -> Port {
            let raw = Box::into_raw(Box::new(0)); // the C library
            Port { raw }
        }

        /// The byte that was written last.
        pub fn last(&self) -> u8 {
            // SAFETY: `raw` is valid until `drop`.
            unsafe { *self.raw }
        }

        pub fn write(&self, byte: u8) {
            // SAFETY: `raw` is valid until `drop`.
            unsafe { *self.raw = byte };
        }
    }

    impl Drop for Port {
        fn drop(&mut self) {
            // SAFETY: made by `into_raw`, freed here and only here.
            drop(unsafe { Box::from_raw(self.raw) });
        }
    }
}

fn main() {
    let port = serial::Port::open();
    println!("opened, last byte {}", port.last());
    let writer = thread::spawn(move || port.write(b'!'));
    writer.join().unwrap();
}
