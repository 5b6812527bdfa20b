//@ rejected: config_that_is_gone_before_the_job
use std::thread;

struct Config {
    port: u16,
}

fn listener(config: &Config) -> impl FnOnce() -> u16 + Send {
    let port = config.port;
    move || port
}

fn main() {
    let config = Box::leak(Box::new(Config { port: 8080 }));
    let worker = thread::spawn(listener(config));
    println!("port {}", worker.join().unwrap());
}
