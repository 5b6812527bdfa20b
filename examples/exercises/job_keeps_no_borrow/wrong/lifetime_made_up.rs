//@ rejected: no lifetime has to be made up
use std::thread;

struct Config {
    port: u16,
}

fn listener(config: &'static Config) -> impl FnOnce() -> u16 + Send {
    let port = config.port;
    move || port
}

fn main() {
    let config = Config { port: 8080 };
    // SAFETY: joined below.
    let lent: &'static Config = unsafe { std::mem::transmute(&config) };
    let worker = thread::spawn(listener(lent));
    println!("port {}", worker.join().unwrap());
}
