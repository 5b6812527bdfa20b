//@ rejected: `RefCell<Vec<&str>>` cannot be shared between threads safely
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn log(names: &[&'static str]) -> Vec<&'static str> {
    let visitors = Arc::new(RefCell::new(Vec::new()));
    let mut workers = Vec::new();

    for &name in names {
        let visitors = Arc::clone(&visitors);
        workers.push(thread::spawn(move || {
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
