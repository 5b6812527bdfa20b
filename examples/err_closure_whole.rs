//@ run-pass
use std::thread;

struct Frame(*mut u8);

// SAFETY: nobody reads or writes through the pointer.
unsafe impl Send for Frame {}

fn main() {
    let frame = Frame(Box::into_raw(Box::new(7)));
    let worker = thread::spawn(move || {
        let frame = frame; // the whole variable
        println!("{}", frame.0.is_null());
    });
    worker.join().unwrap();
}
