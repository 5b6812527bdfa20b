//@ check-fail
use std::cell::Cell;
use std::rc::Rc;
use std::thread;

struct Service {
    routes: Vec<&'static str>,
    hits: Rc<Cell<u32>>, // shared with the status page
}

impl Service {
    fn route_count(&self) -> usize {
        self.routes.len()
    }
}

fn main() {
    let service = Service {
        routes: vec!["/", "/login"],
        hits: Rc::default(),
    };
    let worker = thread::spawn(move || service.route_count()); //~ ERROR E0277
    println!("{} routes", worker.join().unwrap());
}
