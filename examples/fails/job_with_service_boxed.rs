//@ check-fail
use std::cell::Cell;
use std::sync::Arc;
use std::thread;

struct Metric {
    name: &'static str,
    count: Cell<u64>,
}
struct Registry {
    metrics: Vec<Metric>,
}
struct Service {
    registry: Registry,
}
struct Client {
    service: Arc<Box<Service>>,
}
struct Job {
    client: Client,
}

fn run(job: Job) {
    for metric in &job.client.service.registry.metrics {
        println!("{}: {}", metric.name, metric.count.get());
    }
}

fn hand_over(job: Job) {
    let worker = thread::spawn(move || run(job)); //~ ERROR E0277
    worker.join().unwrap();
}

fn main() {
    let name = "requests";
    let count = Cell::new(0);
    let registry = Registry {
        metrics: vec![Metric { name, count }],
    };
    let service = Arc::new(Box::new(Service { registry }));
    let client = Client { service };
    hand_over(Job { client });
}
