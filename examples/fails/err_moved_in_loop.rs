//@ check-fail
use std::sync::Arc;
use std::thread;

fn main() {
    let name = Arc::new(String::from("ada"));
    for _ in 0..2 {
        thread::spawn(move || println!("{name}")); //~ ERROR E0382
    }
}
