//@ check-fail
use std::thread;

fn main() {
    let _guard = thread::scoped(|| println!("at work"));
    //~^ ERROR E0423
    //~^ ERROR E0603
}
