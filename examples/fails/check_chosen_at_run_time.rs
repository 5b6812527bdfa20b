//@ check-fail
use std::rc::Rc;

trait Check {
    fn passes(&self) -> bool;
}

struct FreeSlots(u32);
struct NoAlarm(Rc<String>);

impl Check for FreeSlots {
    fn passes(&self) -> bool {
        self.0 > 0
    }
}

impl Check for NoAlarm {
    fn passes(&self) -> bool {
        self.0.is_empty()
    }
}

fn choose(quick: bool) -> Box<dyn Check + Send> {
    if quick {
        Box::new(FreeSlots(3))
    } else {
        Box::new(NoAlarm(Rc::default())) //~ ERROR E0277
    }
}

fn main() {
    println!("passes: {}", choose(true).passes());
}
