//@ check-pass
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

// ANCHOR: shown
fn raise_and_look(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Release);
    other.load(Acquire)
}
// ANCHOR_END: shown

fn main() {
    let (left, right) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|s| {
        let worker = s.spawn(|| raise_and_look(&left, &right));
        let main_saw = raise_and_look(&right, &left);
        println!("{main_saw} {}", worker.join().unwrap());
    });
}
