//@ check-fail
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

fn main() {
    let served = Arc::new(Cell::new(0));
    let for_worker = Arc::clone(&served);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        for_worker.set(for_worker.get() + 1);
    });
    served.set(served.get() + 1);
    worker.join().unwrap();
}
