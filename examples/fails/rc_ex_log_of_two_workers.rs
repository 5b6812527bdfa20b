//@ check-fail
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

#[derive(Clone, Default)]
struct Log {
    lines: Rc<RefCell<Vec<String>>>,
}

impl Log {
    fn write(&self, line: String) {
        self.lines.borrow_mut().push(line);
    }
}

fn main() {
    let log = Log::default();
    let workers = [1, 2].map(|id| {
        let log = log.clone();
        thread::spawn(move || log.write(format!("{id} ready")))
        //~^ ERROR E0277
    });
    for worker in workers {
        worker.join().unwrap();
    }
    println!("{} lines", log.lines.borrow().len());
}
