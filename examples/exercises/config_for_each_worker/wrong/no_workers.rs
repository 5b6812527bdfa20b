//@ rejected: on the thread of the caller
use std::sync::Arc;

struct Config {
    greeting: String,
}

/// Starts the workers, and returns what each of them has to say.
fn serve_all(
    config: Arc<Config>,
    workers: usize,
    serve: fn(&Config, usize) -> String,
) -> Vec<String> {
    (1..=workers).map(|id| serve(&config, id)).collect()
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
