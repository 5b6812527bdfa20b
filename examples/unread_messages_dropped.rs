//@ run-pass
use std::sync::mpsc;
use std::thread;

struct Connection(u32);

impl Drop for Connection {
    fn drop(&mut self) {
        let here = thread::current();
        let name = here.name().unwrap_or("the worker");
        println!("{} closed by {name}", self.0);
    }
}

fn main() {
    let (accepted, inbox) = mpsc::channel();
    accepted.send(Connection(1)).unwrap();
    accepted.send(Connection(2)).unwrap();

    let worker = thread::spawn(move || drop(inbox));
    worker.join().unwrap();

    let refused = accepted.send(Connection(3));
    println!("came back: {}", refused.is_err());
}
