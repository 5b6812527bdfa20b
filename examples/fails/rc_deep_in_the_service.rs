//@ check-fail
use std::rc::Rc;
use std::thread;

struct Metrics {
    label: Rc<str>,
}

struct Service {
    metrics: Metrics,
}

impl Service {
    fn run(self) {
        println!("{} runs", self.metrics.label);
    }
}

fn main() {
    let label = Rc::from("connections");
    let metrics = Metrics { label };
    let service = Service { metrics };
    let worker = thread::spawn(move || service.run()); //~ ERROR E0277
    worker.join().unwrap();
}
