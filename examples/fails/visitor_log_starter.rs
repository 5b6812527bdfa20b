//@ check-fail
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

fn main() {
    let visitors = Rc::new(RefCell::new(Vec::new()));
    let mut workers = Vec::new();

    for name in ["ada", "grace"] {
        let visitors = Rc::clone(&visitors);
        workers.push(thread::spawn(move || {
            //~^ ERROR E0277
            visitors.borrow_mut().push(name);
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }

    let mut visitors = visitors.borrow_mut();
    visitors.sort();
    println!("{visitors:?}");
}
