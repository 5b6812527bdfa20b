//@ run-pass
use std::thread;

fn open(ports: &[u16]) -> Vec<u16> {
    ports.iter().copied().filter(|&p| p > 0).collect()
}

fn main() {
    let ports = [80, 0, 443, 8080];
    let (left, right) = ports.split_at(2);

    let open = thread::scope(|s| {
        let left = s.spawn(|| open(left));
        let right = s.spawn(|| open(right));
        [left.join().unwrap(), right.join().unwrap()].concat()
    });
    println!("{open:?}");
}
