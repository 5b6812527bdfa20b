//@ check-fail
use std::cell::Cell;
use std::sync::{Arc, RwLock};
use std::thread;

struct Metric {
    name: &'static str,
    count: Cell<u64>,
}
struct Registry {
    metrics: Vec<Metric>,
}
struct Service {
    registry: RwLock<Registry>,
}
struct Client {
    service: Arc<Service>,
}
struct Job {
    client: Client,
}

fn run(job: Job) {
    let registry = job.client.service.registry.read().unwrap();
    for metric in &registry.metrics {
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
    let metrics = vec![Metric { name, count }];
    let registry = RwLock::new(Registry { metrics });
    let service = Arc::new(Service { registry });
    let client = Client { service };
    hand_over(Job { client });
}
