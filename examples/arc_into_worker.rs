use std::sync::Arc;
use std::thread;

fn main() {
    let session = Arc::new(String::from("ada"));
    let for_worker = Arc::clone(&session);

    let worker = thread::spawn(move || {
        println!("the worker serves {for_worker}");
    });
    worker.join().unwrap();

    println!("main still has {session}");
}
