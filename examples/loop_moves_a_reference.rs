//@ run-pass
use std::sync::Mutex;
use std::thread;

fn main() {
    let open = Mutex::new(Vec::new());

    thread::scope(|s| {
        for port in 8080..8083 {
            let open = &open;
            s.spawn(move || open.lock().unwrap().push(port));
        }
    });
    let mut open = open.into_inner().unwrap();
    open.sort();
    println!("{open:?}");
}
