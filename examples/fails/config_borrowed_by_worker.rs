//@ check-fail
use std::thread::{self, JoinHandle};

struct Config {
    name: String,
    port: u16,
}

fn start_worker(config: &Config) -> JoinHandle<()> {
    thread::spawn(move || {
        //~^ ERROR E0521
        println!("{} on port {}", config.name, config.port);
    })
}

fn main() {
    let config = Config {
        name: String::from("api"),
        port: 8080,
    };
    let worker = start_worker(&config);
    worker.join().unwrap();
}
