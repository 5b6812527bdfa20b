use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

struct Metric {
    name: &'static str,
    count: AtomicU64,
}
struct Registry {
    metrics: Vec<Metric>,
}
struct Service {
    registry: Registry,
}
struct Client {
    service: Arc<Service>,
}
struct Job {
    client: Client,
}

fn run(job: Job) {
    for metric in &job.client.service.registry.metrics {
        println!("{}: {}", metric.name, metric.count.load(SeqCst));
    }
}

fn hand_over(job: Job) {
    let worker = thread::spawn(move || run(job));
    worker.join().unwrap();
}

fn main() {
    let name = "requests";
    let count = AtomicU64::new(0);
    let registry = Registry {
        metrics: vec![Metric { name, count }],
    };
    let service = Arc::new(Service { registry });
    let client = Client { service };
    hand_over(Job { client });
}
