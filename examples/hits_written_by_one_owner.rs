use std::cell::Cell;
use std::sync::RwLock;
use std::thread;

fn main() {
    let hits = RwLock::new(Cell::new(0));
    let worker = thread::spawn(move || {
        hits.write().unwrap().set(1);
        hits.into_inner().unwrap().get()
    });
    println!("{}", worker.join().unwrap());
}
