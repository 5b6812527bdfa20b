//@ check-fail
use std::cell::RefCell;
use std::sync::Arc; // was: use std::rc::Rc
use std::thread;

fn main() {
    let log = Arc::new(RefCell::new(vec!["started"]));
    let for_worker = Arc::clone(&log);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        for_worker.borrow_mut().push("served");
    });
    worker.join().unwrap();
    println!("{:?}", log.borrow());
}
