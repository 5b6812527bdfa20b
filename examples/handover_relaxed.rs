//@ data-race
use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

struct Handover {
    photo: UnsafeCell<Vec<u8>>,
    ready: AtomicBool,
}

// ANCHOR: shown
// SAFETY: the flag keeps the two threads apart.
unsafe impl Sync for Handover {}
// ANCHOR_END: shown

fn put(handover: &Handover) {
    // SAFETY: nobody looks at the photo before it is ready.
    unsafe { *handover.photo.get() = vec![7; 300] };
    handover.ready.store(true, Relaxed);
}

fn take(handover: &Handover) -> usize {
    while !handover.ready.load(Relaxed) {
        hint::spin_loop();
    }
    // SAFETY: the photo is ready, and nobody writes it any more.
    unsafe { (*handover.photo.get()).len() }
}

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
