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

fn main() {
    let greeting = String::from("hello");
    let config = Arc::new(Config { greeting });
    let serve = |config: &Config, id| format!("{} from {id}", config.greeting);
    for line in serve_all(config, 3, serve) {
        println!("{line}");
    }
}
