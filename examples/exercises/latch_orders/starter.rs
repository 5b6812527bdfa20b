//@ data-race
//@ rejected: nothing goes along with it
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

#[derive(Default)]
pub struct Latch(AtomicBool);

impl Latch {
    pub fn open(&self) {
        self.0.store(true, Relaxed);
    }
    pub fn wait(&self) {
        while !self.0.load(Relaxed) {
            thread::yield_now();
        }
    }
}

#[derive(Default)]
pub struct Report {
    pages: UnsafeCell<u32>,
    done: Latch,
}

// SAFETY: `run` writes `pages` once, before the latch opens, and
// reads it after that. Nothing else touches it.
unsafe impl Sync for Report {}

pub fn run(pages: u32) -> u32 {
    let report = &Report::default();
    thread::scope(|s| {
        let worker = s.spawn(|| {
            // SAFETY: the one write.
            unsafe { *report.pages.get() = pages };
            report.done.open();
        });
        report.done.wait();
        // SAFETY: the latch is open.
        let read = unsafe { *report.pages.get() };
        worker.join().unwrap();
        read
    })
}

fn main() {
    println!("{} pages", run(42));
}
