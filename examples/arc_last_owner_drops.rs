use std::sync::{Arc, mpsc};
use std::thread;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        let here = thread::current();
        println!("closed on {}", here.name().unwrap_or("?"));
    }
}

fn main() {
    let connection = Arc::new(Connection); // opened on main
    let for_worker = Arc::clone(&connection);
    let (main_is_done, wait) = mpsc::channel();

    let worker = thread::Builder::new().name("worker".into());
    let worker = worker.spawn(move || {
        wait.recv().unwrap(); // until main has dropped its own
        drop(for_worker);
    });

    drop(connection);
    main_is_done.send(()).unwrap();
    worker.unwrap().join().unwrap();
}
