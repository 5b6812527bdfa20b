//@ check-fail
use std::thread;

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            let links = vec!["/about", "/news"];
            s.spawn(|| println!("{links:?}")); //~ ERROR E0373
        });
    });
}
