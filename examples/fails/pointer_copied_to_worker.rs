//@ check-fail
use std::thread;

fn main() {
    let port = 8080_u16;
    let address: *const u16 = &port;
    let copy = address;
    let worker = thread::spawn(move || copy.is_null()); //~ ERROR E0277
    println!("{}", worker.join().unwrap() == address.is_null());
}
