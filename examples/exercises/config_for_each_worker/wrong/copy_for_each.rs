//@ rejected: a worker reads a copy
use std::sync::Arc;
use std::thread;

struct Config {
    greeting: String,
}

/// Starts the workers, and returns what each of them has to say.
fn serve_all(
    config: Arc<Config>,
    workers: usize,
    serve: fn(&Config, usize) -> String,
) -> Vec<String> {
    let mut running = Vec::new();
    for id in 1..=workers {
        let greeting = config.greeting.clone();
        let config = Arc::new(Config { greeting });
        running.push(thread::spawn(move || serve(&config, id)));
    }
    let mut said = Vec::new();
    for worker in running {
        said.push(worker.join().unwrap());
    }
    said
}

fn greet(config: &Config, id: usize) -> String {
    format!("{} from {id}", config.greeting)
}

fn main() {
    let greeting = String::from("hello");
    let config = Arc::new(Config { greeting });
    for line in serve_all(config, 3, greet) {
        println!("{line}");
    }
}
