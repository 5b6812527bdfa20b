//@ check-fail
use std::sync::Arc;
use std::thread;

struct Listeners {
    all: Vec<Box<dyn Fn(u32)>>,
}

fn main() {
    let all = vec![Box::new(|n| println!("port {n}")) as _];
    let listeners = Arc::new(Listeners { all });
    let other = Arc::clone(&listeners);
    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        //~^ ERROR E0277
        other.all.iter().for_each(|listen| listen(80));
    });
    worker.join().unwrap();
    listeners.all.iter().for_each(|listen| listen(443));
}
