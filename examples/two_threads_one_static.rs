//@ data-race
use std::thread;

static mut HITS: u32 = 0;

fn main() {
    // Wrong on purpose: nothing orders the two writes.
    let worker = thread::spawn(|| unsafe { HITS += 1 });
    unsafe { HITS += 1 };
    worker.join().unwrap();
}
