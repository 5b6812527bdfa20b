//@ run-pass
use std::{mem, thread};

struct Connection(&'static str);

impl Drop for Connection {
    fn drop(&mut self) {
        let here = thread::current();
        let name = here.name().unwrap_or("the worker");
        println!("{} closed by {name}", self.0);
    }
}

fn main() {
    let mut current = Connection("old");
    thread::scope(|s| {
        let lent = &mut current;
        s.spawn(move || {
            let mut fresh = Connection("new");
            mem::swap(lent, &mut fresh);
        });
    });
    println!("main has {}", current.0);
}
