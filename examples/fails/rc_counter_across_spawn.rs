//@ check-fail
use std::cell::Cell;
use std::rc::Rc;
use std::thread;

fn main() {
    let active = Rc::new(Cell::new(0u32));
    let in_worker = Rc::clone(&active);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        in_worker.set(in_worker.get() + 1);
    });

    active.set(active.get() + 1);
    worker.join().unwrap();
    println!("{} active", active.get());
}
