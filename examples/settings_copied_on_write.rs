//@ run-pass
use std::sync::Arc;
use std::thread;

fn main() {
    let mut ports = Arc::new(vec![80]);
    let for_worker = Arc::clone(&ports);

    Arc::make_mut(&mut ports).push(443);
    let worker = thread::spawn(move || {
        println!("worker: {for_worker:?}");
    });
    worker.join().unwrap();
    println!("main: {ports:?}");
}
