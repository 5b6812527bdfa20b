//@ check-fail
use std::rc::Rc;
use std::thread;

trait Check: Send {
    fn passes(&self) -> bool;
}

fn run(check: Box<dyn Check>) {
    thread::spawn(move || check.passes()).join().unwrap();
}

struct FreeSlots(u32);

impl Check for FreeSlots {
    fn passes(&self) -> bool {
        self.0 > 0
    }
}

struct NoAlarm(Rc<String>);

impl Check for NoAlarm {
    //~^ ERROR E0277
    fn passes(&self) -> bool {
        self.0.is_empty()
    }
}

fn main() {
    run(Box::new(FreeSlots(3)));
}
