//@ run-pass
use std::cell::Cell;
use std::thread;

struct Config {
    port: u16,
    reads: Cell<u32>,
}

fn main() {
    let config = &Config {
        port: 8080,
        reads: Cell::new(0),
    };
    thread::scope(|s| {
        let port = config.port;
        s.spawn(move || println!("port {port}"));
    });
    println!("{} reads", config.reads.get());
}
