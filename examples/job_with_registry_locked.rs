use std::cell::Cell;
use std::sync::{Arc, Mutex};
use std::thread;

struct Metric {
    name: &'static str,
    count: Cell<u64>,
}
struct Registry {
    metrics: Vec<Metric>,
}
struct Service {
    registry: Mutex<Registry>,
}
struct Client {
    service: Arc<Service>,
}
struct Job {
    client: Client,
}

fn run(job: Job) {
    let registry = job.client.service.registry.lock().unwrap();
    for metric in &registry.metrics {
        println!("{}: {}", metric.name, metric.count.get());
    }
}

fn hand_over(job: Job) {
    let worker = thread::spawn(move || run(job));
    worker.join().unwrap();
}

fn main() {
    let name = "requests";
    let count = Cell::new(0);
    let metrics = vec![Metric { name, count }];
    let registry = Mutex::new(Registry { metrics });
    let service = Arc::new(Service { registry });
    let client = Client { service };
    hand_over(Job { client });
}
