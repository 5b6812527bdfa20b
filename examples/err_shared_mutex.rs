//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let hits = Mutex::new(vec![]);
    thread::scope(|s| {
        s.spawn(|| hits.lock().unwrap().push("/"));
        s.spawn(|| hits.lock().unwrap().push("/login"));
    });
    println!("{}", hits.into_inner().unwrap().len());
}
