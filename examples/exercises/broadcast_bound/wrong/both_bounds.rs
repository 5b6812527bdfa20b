//@ rejected: within `LentAndNeverSent`
use std::fmt::Display;
use std::thread;

fn widths<T: Display + Send + Sync>(value: &T) -> usize {
    let width = || value.to_string().len();
    thread::scope(|s| {
        let a = s.spawn(width);
        let b = s.spawn(width);
        a.join().unwrap() + b.join().unwrap()
    })
}

fn main() {
    println!("{}", widths(&8080));
}
