//@ run-pass
use std::thread;

struct Session(String);

impl Drop for Session {
    fn drop(&mut self) {
        println!("{} logged out", self.0);
    }
}

fn main() {
    let session = Session(String::from("ada"));
    let worker = thread::spawn(move || drop(session));
    worker.join().unwrap();
    println!("main goes on");
}
