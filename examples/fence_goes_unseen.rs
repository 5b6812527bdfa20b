//@ data-race
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*, fence};
use std::thread;
use std::time::Duration;

// ANCHOR: shown
struct Price {
    cents: UnsafeCell<u32>,
    set: AtomicBool,
}

// SAFETY: `publish` is called once and writes before `set`, `wait`
// reads after it. The fences put the write before the read.
unsafe impl Sync for Price {}

impl Price {
    /// # Safety
    /// Is called once.
    unsafe fn publish(&self, cents: u32) {
        unsafe { *self.cents.get() = cents };
        fence(Release);
        self.set.store(true, Relaxed);
    }
    fn wait(&self) -> u32 {
        while !self.set.load(Relaxed) {
            thread::yield_now();
        }
        fence(Acquire);
        unsafe { *self.cents.get() }
    }
}
// ANCHOR_END: shown

fn main() {
    let price = Price {
        cents: UnsafeCell::new(0),
        set: AtomicBool::new(false),
    };
    thread::scope(|s| {
        let reader = s.spawn(|| println!("{}", price.wait()));
        let writer = s.spawn(|| {
            // SAFETY: the only call.
            unsafe { price.publish(250) };
            // Still there when the other one reads.
            thread::sleep(Duration::from_millis(100));
        });
        reader.join().unwrap();
        writer.join().unwrap();
    });
}
