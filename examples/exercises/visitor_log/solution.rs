use std::sync::{Arc, Mutex};
use std::thread;

/// Lets a worker write each of the names down, and returns them sorted.
fn log(names: &[&'static str]) -> Vec<&'static str> {
    let visitors = Arc::new(Mutex::new(Vec::new()));
    let mut workers = Vec::new();

    for &name in names {
        let visitors = Arc::clone(&visitors);
        workers.push(thread::spawn(move || {
            visitors.lock().unwrap().push(name);
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }

    let mut visitors = visitors.lock().unwrap().clone();
    visitors.sort();
    visitors
}

fn main() {
    println!("{:?}", log(&["grace", "ada"]));
}
