//@ no-data-race
use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};
use std::thread;

struct Handover {
    photo: UnsafeCell<Vec<u8>>,
    ready: AtomicBool,
}

// ANCHOR: shown
// SAFETY: `main` calls `put` once. The write in it happens before
// the read in `take`, since the one comes before the `Release` and
// the other after an `Acquire` that has read its `true`.
unsafe impl Sync for Handover {}

fn put(handover: &Handover) {
    // SAFETY: nobody looks at the photo before the `Release`.
    unsafe { *handover.photo.get() = vec![7; 300] };
    handover.ready.store(true, Release);
}

fn take(handover: &Handover) -> usize {
    while !handover.ready.load(Acquire) {
        hint::spin_loop();
    }
    // SAFETY: the write has happened before the `Acquire`, and it
    // is the only one.
    unsafe { (*handover.photo.get()).len() }
}
// ANCHOR_END: shown

fn main() {
    let handover = Handover {
        photo: UnsafeCell::new(Vec::new()),
        ready: AtomicBool::new(false),
    };
    thread::scope(|s| {
        let camera = s.spawn(|| put(&handover));
        println!("{} bytes", take(&handover));
        camera.join().unwrap();
    });
}
