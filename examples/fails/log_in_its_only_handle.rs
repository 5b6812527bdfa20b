//@ check-fail
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let log = Arc::new(RefCell::new(vec!["started"]));

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        log.borrow_mut().push("served");
        println!("{:?}", log.borrow());
    });
    worker.join().unwrap();
}
