//@ check-fail
use std::sync::Mutex;
use std::thread;

static ROUTES: Mutex<Vec<u16>> = Mutex::new(Vec::new());

fn main() {
    let loader = thread::spawn(|| {
        //~^ ERROR E0277
        let mut routes = ROUTES.lock().unwrap();
        routes.push(443);
        routes
    });
    println!("{:?}", loader.join().unwrap());
}
