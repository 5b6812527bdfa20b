//@ check-fail
use std::thread;

struct Server {
    name: String,
}

impl Server {
    fn start(&self) {
        let worker = thread::spawn(move || println!("{} is up", self.name));
        //~^ ERROR E0521
        worker.join().unwrap();
    }
}

fn main() {
    let server = Server {
        name: String::from("mail"),
    };
    server.start();
}
