//@ check-fail
use std::thread;

fn main() {
    let frame: *mut u8 = Box::into_raw(Box::new(7));
    thread::spawn(move || println!("{frame:?}")); //~ ERROR E0277
}
