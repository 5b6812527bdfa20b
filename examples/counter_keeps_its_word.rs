//@ check-pass
use std::thread;

fn counter() -> impl FnMut() -> u32 + Send {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}

fn main() {
    let next = counter();
    println!("{}", thread::spawn(next).join().unwrap());
}
