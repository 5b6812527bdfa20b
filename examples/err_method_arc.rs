//@ run-pass
use std::sync::Arc;
use std::thread;

struct Server {
    port: u16,
}

impl Server {
    fn start(self: &Arc<Self>) {
        let server = Arc::clone(self);
        thread::spawn(move || println!("port {}", server.port))
            .join()
            .unwrap();
    }
}

fn main() {
    Arc::new(Server { port: 80 }).start();
}
