//@ rejected: config_that_is_gone_before_the_job
use std::thread;

struct Config {
    port: u16,
}

fn listener(config: &'static Config) -> impl FnOnce() -> u16 + Send {
    let port = config.port;
    move || port
}

static CONFIG: Config = Config { port: 8080 };

fn main() {
    let worker = thread::spawn(listener(&CONFIG));
    println!("port {}", worker.join().unwrap());
}
