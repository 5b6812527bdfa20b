//@ check-fail
use std::thread::{self, JoinHandle};

struct Server {
    name: String,
}

impl Server {
    fn start(&self) -> JoinHandle<()> {
        thread::spawn(|| println!("{} is up", self.name)) //~ ERROR E0521
    }
}

fn main() {
    let server = Server {
        name: String::from("mail"),
    };
    server.start().join().unwrap();
}
