//@ check-fail
//@ edition: 2018
use std::cell::Cell;
use std::rc::Rc;
use std::thread;

struct Service {
    routes: Vec<&'static str>,
    hits: Rc<Cell<u32>>, // shared with the status page
}

fn main() {
    let service = Service {
        routes: vec!["/", "/login"],
        hits: Rc::default(),
    };
    let worker = thread::spawn(move || service.routes.len()); //~ ERROR E0277
    println!("{} routes", worker.join().unwrap());
}
