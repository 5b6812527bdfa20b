//@ run-pass
use std::thread;

struct Frame(*mut u8);

// SAFETY: nobody reads or writes through the pointer.
unsafe impl Send for Frame {}

impl Frame {
    fn is_there(&self) -> bool {
        !self.0.is_null()
    }
}

fn main() {
    let frame = Frame(Box::into_raw(Box::new(7)));
    let worker = thread::spawn(move || println!("{}", frame.is_there()));
    worker.join().unwrap();
}
