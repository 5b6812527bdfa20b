//@ run-pass
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

// ANCHOR: shown
fn raise_and_look(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, SeqCst);
    other.load(SeqCst)
}
// ANCHOR_END: shown

fn main() {
    let (left, right) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|s| {
        let worker = s.spawn(|| raise_and_look(&left, &right));
        let main_saw = raise_and_look(&right, &left);
        let worker_saw = worker.join().unwrap();
        println!("one saw the other: {}", main_saw || worker_saw);
    });
}
