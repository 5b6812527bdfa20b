//@ check-fail
use std::fmt::Display;
use std::thread;

fn widths<T: Display + Send>(value: &T) -> usize {
    let width = || value.to_string().len();
    thread::scope(|s| {
        let a = s.spawn(width); //~ ERROR E0277
        let b = s.spawn(width);
        a.join().unwrap() + b.join().unwrap()
    })
}

fn main() {
    println!("{}", widths(&8080));
}
