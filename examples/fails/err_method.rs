//@ check-fail
use std::thread;

struct Server {
    port: u16,
}

impl Server {
    fn start(&self) {
        thread::spawn(|| println!("port {}", self.port)); //~ ERROR E0521
    }
}

fn main() {
    Server { port: 80 }.start();
}
