//@ run-pass
use std::thread;

struct Config {
    name: String,
    port: u16,
}

fn main() {
    let config: &'static Config = Box::leak(Box::new(Config {
        name: String::from("api"),
        port: 8080,
    }));

    let name = thread::spawn(move || config.name.len());
    let port = thread::spawn(move || config.port);
    println!("{}", name.join().unwrap());
    println!("{}", port.join().unwrap());
}
