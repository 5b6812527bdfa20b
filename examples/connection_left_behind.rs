//@ run-pass
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};

struct Connection {
    number: u32,
}

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection {} closed", self.number);
    }
}

fn start_writer(go: Receiver<()>) -> JoinHandle<()> {
    let connection = Connection { number: 7 };
    thread::spawn(move || {
        go.recv().unwrap();
        println!("writing to connection {}", connection.number);
    })
}

fn main() {
    let (start, go) = channel();
    let writer = start_writer(go);
    start.send(()).unwrap();
    writer.join().unwrap();
}
