//@ check-fail
use std::thread;

mod serial {
    impl Port {
        pub fn open() -> Port {
            let raw = Box::into_raw(Box::new(0)); // the C library
            Port { raw }
        }
    }

    impl Drop for Port {
        fn drop(&mut self) {
            // SAFETY: made by `into_raw`, freed here and only here.
            drop(unsafe { Box::from_raw(self.raw) });
        }
    }

    // ANCHOR: shown
    /// A serial port of a C library. It may be used from any
    /// thread, and by one thread at a time.
    pub struct Port {
        pub raw: *mut u8,
    }

    // SAFETY: see above; there is one `Port` for each pointer.
    unsafe impl Send for Port {}
}

fn main() {
    let port = serial::Port::open();
    let writer = thread::spawn(move || {
        //~^ ERROR E0277
        // SAFETY: the port is open.
        unsafe { *port.raw = b'!' };
    });
    writer.join().unwrap();
}
// ANCHOR_END: shown
