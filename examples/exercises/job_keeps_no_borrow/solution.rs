//@ run-pass
use std::thread;

struct Config {
    port: u16,
}

fn listener(config: &Config) -> impl FnOnce() -> u16 + Send + use<> {
    let port = config.port;
    move || port
}

fn main() {
    let config = Config { port: 8080 };
    let worker = thread::spawn(listener(&config));
    println!("port {}", worker.join().unwrap());
}
