//@ run-pass
use std::thread;

struct Plugin(*mut u32); // a pointer from a C library

// SAFETY: no one else has the pointer, and any thread may use it.
unsafe impl Send for Plugin {}

impl Plugin {
    fn open(version: u32) -> Plugin {
        Plugin(Box::into_raw(Box::new(version))) // the C library
    }
}

impl Drop for Plugin {
    fn drop(&mut self) {
        // SAFETY: made by `open`, and freed only here.
        drop(unsafe { Box::from_raw(self.0) });
    }
}

// ANCHOR: shown
impl Plugin {
    fn version(&self) -> u32 {
        // SAFETY: made by `open`, and freed only in `drop`.
        unsafe { *self.0 }
    }

    fn close(self) -> u32 {
        self.version()
    }
}

fn main() {
    let [a, b, c, d] = [1, 2, 3, 4].map(Plugin::open);
    let workers = [
        thread::spawn(move || a.version()), // a method with &self
        thread::spawn(move || b.close()),   // a method with self
        thread::spawn(move || {
            let plugin = c; // the whole variable is moved
            // SAFETY: `plugin` is open until it is dropped.
            unsafe { *plugin.0 }
        }),
        thread::spawn(move || {
            let _ = &d; // the whole variable is mentioned
            // SAFETY: `d` is open until it is dropped.
            unsafe { *d.0 }
        }),
    ];
    for worker in workers {
        println!("version {}", worker.join().unwrap());
    }
}
// ANCHOR_END: shown
