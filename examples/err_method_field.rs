//@ run-pass
use std::thread;

struct Server {
    port: u16,
}

impl Server {
    fn start(&self) {
        let port = self.port; // what the worker needs, and no more
        thread::spawn(move || println!("port {port}"))
            .join()
            .unwrap();
    }
}

fn main() {
    Server { port: 80 }.start();
}
