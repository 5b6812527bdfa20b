//@ data-race
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Mail {
    text: UnsafeCell<u32>,
    there: AtomicBool,
}

unsafe impl Sync for Mail {}

impl Mail {
    fn put(&self) {
        unsafe { *self.text.get() = 42 };
        self.there.store(true, Relaxed);
    }
    fn wait(&self) {
        while !self.there.load(Relaxed) {
            thread::yield_now();
        }
    }
    fn get(&self) -> u32 {
        unsafe { *self.text.get() }
    }
}

fn main() {
    let mail = Mail {
        text: UnsafeCell::new(0),
        there: AtomicBool::new(false),
    };
    thread::scope(|s| {
        let sender = s.spawn(|| mail.put());
        mail.wait();
        println!("{}", mail.get());
        sender.join().unwrap();
    });
}
