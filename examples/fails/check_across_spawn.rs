//@ check-fail
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

fn main() {
    let check: Box<dyn Check> = Box::new(FreeSlots(3));
    let worker = thread::spawn(move || check.passes()); //~ ERROR E0277
    println!("passes: {}", worker.join().unwrap());
}
