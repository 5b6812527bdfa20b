//@ check-fail
use std::thread;

struct Config {
    port: u16,
}

fn listener(config: &Config) -> impl FnOnce() -> u16 + Send {
    let port = config.port;
    move || port
}

fn main() {
    let config = Config { port: 8080 };
    let worker = thread::spawn(listener(&config)); //~ ERROR E0597
    println!("port {}", worker.join().unwrap());
}
