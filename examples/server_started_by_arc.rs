//@ run-pass
use std::sync::Arc;
use std::thread::{self, JoinHandle};

struct Server {
    name: String,
}

impl Server {
    fn start(self: Arc<Self>) -> JoinHandle<()> {
        thread::spawn(move || println!("{} is up", self.name))
    }
}

fn main() {
    let server = Arc::new(Server {
        name: String::from("mail"),
    });
    Arc::clone(&server).start().join().unwrap();
    println!("{} was started", server.name);
}
