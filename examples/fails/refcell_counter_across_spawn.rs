//@ check-fail
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let active = Arc::new(RefCell::new(0u32));
    let in_worker = Arc::clone(&active);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        *in_worker.borrow_mut() += 1;
    });

    *active.borrow_mut() += 1;
    worker.join().unwrap();
    println!("{} active", active.borrow());
}
