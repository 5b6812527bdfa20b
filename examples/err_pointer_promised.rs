//@ run-pass
use std::thread;

/// The sole owner of a byte.
struct Frame(*mut u8);

// SAFETY: the pointer is made by `new`, is never handed out, and is freed by `drop` alone. So whoever has the frame is
// the only one who reads or frees the byte, on whichever thread.
unsafe impl Send for Frame {}

impl Frame {
    fn new(byte: u8) -> Frame {
        Frame(Box::into_raw(Box::new(byte)))
    }

    fn byte(&self) -> u8 {
        // SAFETY: made by `new`, and freed by `drop` only.
        unsafe { *self.0 }
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        // SAFETY: made by `Box::into_raw` in `new`, and freed only here.
        drop(unsafe { Box::from_raw(self.0) });
    }
}

fn main() {
    let frame = Frame::new(7);
    let worker = thread::spawn(move || println!("{}", frame.byte()));
    worker.join().unwrap();
}
