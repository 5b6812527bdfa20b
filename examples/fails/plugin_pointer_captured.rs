//@ check-fail
use std::thread;

struct Plugin(*mut u32); // a pointer from a C library

// SAFETY: no one else has the pointer, and any thread may use it.
unsafe impl Send for Plugin {}

fn main() {
    let plugin = Plugin(Box::into_raw(Box::new(7)));
    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        // SAFETY: made by `into_raw` above, and freed only here.
        let version = unsafe { *Box::from_raw(plugin.0) };
        println!("version {version}");
    });
    worker.join().unwrap();
}
