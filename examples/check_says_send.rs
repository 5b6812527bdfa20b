//@ run-pass
use std::thread;

trait Check {
    fn passes(&self) -> bool;
}

struct FreeSlots(u32);

impl Check for FreeSlots {
    fn passes(&self) -> bool {
        self.0 > 0
    }
}

// ANCHOR: shown
fn main() {
    let check: Box<dyn Check + Send> = Box::new(FreeSlots(3));
    let worker = thread::spawn(move || check.passes());
    println!("passes: {}", worker.join().unwrap());
}
// ANCHOR_END: shown
