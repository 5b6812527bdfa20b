//@ rejected: two workers would push at once
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

struct Log(Rc<RefCell<Vec<&'static str>>>);

unsafe impl Send for Log {}

impl Log {
    fn push(&self, name: &'static str) {
        self.0.borrow_mut().push(name);
    }
}

fn log(names: &[&'static str]) -> Vec<&'static str> {
    let visitors = Rc::new(RefCell::new(Vec::new()));
    let mut workers = Vec::new();

    for &name in names {
        let visitors = Log(Rc::clone(&visitors));
        workers.push(thread::spawn(move || visitors.push(name)));
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
