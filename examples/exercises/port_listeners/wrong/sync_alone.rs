//@ rejected: cannot be sent between threads safely
use std::sync::Arc;
use std::thread;

type Listener = Box<dyn Fn(u32) + Sync>;

struct Listeners {
    all: Vec<Listener>,
}

impl Listeners {
    fn tell(&self, port: u32) {
        self.all.iter().for_each(|listen| listen(port));
    }
}

fn main() {
    let all: Vec<Listener> = vec![Box::new(|n| println!("port {n}"))];
    let listeners = Arc::new(Listeners { all });
    let other = Arc::clone(&listeners);
    let worker = thread::spawn(move || {
        other.tell(80);
    });
    worker.join().unwrap();
    listeners.tell(443);
}
