//@ rejected: still holds the first call's visitors
use std::sync::Mutex;
use std::thread;

static VISITORS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn log(names: &[&'static str]) -> Vec<&'static str> {
    let mut workers = Vec::new();

    for &name in names {
        workers.push(thread::spawn(move || {
            VISITORS.lock().unwrap().push(name);
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }

    let mut visitors = VISITORS.lock().unwrap().clone();
    visitors.sort();
    visitors
}

fn main() {
    println!("{:?}", log(&["grace", "ada"]));
}
