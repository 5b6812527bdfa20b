//@ run-pass
use std::sync::Mutex;
use std::thread;

struct Connection(&'static str);

impl Drop for Connection {
    fn drop(&mut self) {
        let here = thread::current();
        let name = here.name().unwrap_or("the worker");
        println!("{} closed by {name}", self.0);
    }
}

fn main() {
    let spare = Mutex::new(Some(Connection("spare")));
    let shared = &spare;
    thread::scope(|s| {
        s.spawn(move || drop(shared.lock().unwrap().take()));
    });
    println!("main has {}", spare.lock().unwrap().iter().count());
}
