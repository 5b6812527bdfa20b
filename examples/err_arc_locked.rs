//@ run-pass
use std::sync::{Arc, Mutex};

fn main() {
    let routes = Arc::new(Mutex::new(vec!["/"]));
    routes.lock().unwrap().push("/login");
    println!("{:?}", routes.lock().unwrap());
}
