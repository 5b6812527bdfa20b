//@ run-pass
use std::cell::Cell;

fn main() {
    let title = Cell::new(String::from("inbox"));
    let before = title.replace(String::from("archive"));
    println!("{before}, then {}", title.take());
}
