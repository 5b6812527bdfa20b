//@ run-pass
use std::thread::{self, JoinHandle};

struct Server {
    name: String,
}

impl Server {
    fn start(&self) -> JoinHandle<()> {
        let name = self.name.clone();
        thread::spawn(move || println!("{name} is up"))
    }
}

fn main() {
    let server = Server {
        name: String::from("mail"),
    };
    server.start().join().unwrap();
}
