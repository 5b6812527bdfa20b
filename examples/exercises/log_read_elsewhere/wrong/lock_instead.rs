//@ rejected: expected `&RwLock<Vec<String>>`, found `&RefCell<Vec<String>>`
use std::sync::RwLock;
use std::thread;

fn read_elsewhere<R: Send>(
    log: &RwLock<Vec<String>>,
    read: impl FnOnce(&[String]) -> R + Send,
) -> R {
    thread::scope(|s| {
        let worker = s.spawn(|| read(&log.read().unwrap()));
        worker.join().unwrap()
    })
}

fn main() {
    let log = RwLock::new(vec![String::from("started")]);
    log.write().unwrap().push(String::from("listening"));
    let count = read_elsewhere(&log, |lines| lines.len());
    println!("{count} lines");
}
