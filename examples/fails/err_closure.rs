//@ check-fail
use std::thread;

struct Frame(*mut u8);

// SAFETY: nobody reads or writes through the pointer.
unsafe impl Send for Frame {}

fn main() {
    let frame = Frame(Box::into_raw(Box::new(7)));
    thread::spawn(move || println!("{:?}", frame.0)); //~ ERROR E0277
}
