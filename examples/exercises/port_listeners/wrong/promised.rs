//@ rejected: let its type say what it is
use std::sync::Arc;
use std::thread;

type Listener = Box<dyn Fn(u32)>;

struct Listeners {
    all: Vec<Listener>,
}

// SAFETY: listeners are harmless.
unsafe impl Send for Listeners {}
unsafe impl Sync for Listeners {}

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
