//@ check-fail
use std::sync::Mutex;
use std::thread;

fn main() {
    let open = Mutex::new(Vec::new());

    thread::scope(|s| {
        for port in 8080..8083 {
            s.spawn(|| open.lock().unwrap().push(port)); //~ ERROR E0373
        }
    });
    println!("{:?}", open.into_inner().unwrap());
}
