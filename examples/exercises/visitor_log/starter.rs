//@ check-fail
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

/// Lets a worker write each of the names down, and returns them sorted.
fn log(names: &[&'static str]) -> Vec<&'static str> {
    let visitors = Rc::new(RefCell::new(Vec::new()));
    let mut workers = Vec::new();

    for &name in names {
        let visitors = Rc::clone(&visitors);
        workers.push(thread::spawn(move || {
            //~^ ERROR E0277
            visitors.borrow_mut().push(name);
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }

    let mut visitors = visitors.borrow().clone();
    visitors.sort();
    visitors
}

fn main() {
    println!("{:?}", log(&["grace", "ada"]));
}
