//@ run-pass
use std::thread;

fn main() {
    let frame: Box<u8> = Box::new(7);
    let worker = thread::spawn(move || println!("{frame}"));
    worker.join().unwrap();
}
