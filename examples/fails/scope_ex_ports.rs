//@ check-fail
use std::thread;

fn main() {
    let ports = [80, 0, 443, 8080];
    let (left, right) = ports.split_at(2);
    let mut open: Vec<u16> = Vec::new();

    thread::scope(|s| {
        s.spawn(|| open.extend(left.iter().filter(|&&p| p > 0)));
        s.spawn(|| open.extend(right.iter().filter(|&&p| p > 0))); //~ ERROR E0499
    });
    println!("{open:?}");
}
