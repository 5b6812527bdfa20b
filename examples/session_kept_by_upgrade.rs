//@ run-pass
use std::sync::{Arc, mpsc};
use std::thread;

struct Session(&'static str);

impl Drop for Session {
    fn drop(&mut self) {
        println!("{} closed", self.0);
    }
}

fn main() {
    let session = Arc::new(Session("ada"));
    let weak = Arc::downgrade(&session);
    let (upgraded, has_upgraded) = mpsc::channel();
    let (let_go, has_let_go) = mpsc::channel::<()>();

    let worker = thread::spawn(move || {
        let session = weak.upgrade().unwrap();
        upgraded.send(()).unwrap();
        has_let_go.recv().unwrap();
        println!("worker serves {}", session.0);
    });
    has_upgraded.recv().unwrap();
    drop(session);
    println!("main has let go");
    let_go.send(()).unwrap();
    worker.join().unwrap();
    println!("worker joined");
}
