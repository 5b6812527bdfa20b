//@ rejected: two workers print the value, and the caller does not
use std::fmt::Display;
use std::thread;

fn widths<T: Display + Sync>(value: &T) -> usize {
    thread::scope(|s| {
        let a = s.spawn(|| value.to_string().len());
        let b = value.to_string().len();
        a.join().unwrap() + b
    })
}

fn main() {
    println!("{}", widths(&8080));
}
