//@ check-fail
use std::thread::{self, JoinHandle};

struct Config {
    port: u16,
}

fn start_worker(config: &'static Config) -> JoinHandle<u16> {
    thread::spawn(move || config.port)
}

fn main() {
    let config = Config { port: 8080 };
    let worker = start_worker(&config); //~ ERROR E0597
    println!("port {}", worker.join().unwrap());
}
