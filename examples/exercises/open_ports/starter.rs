//@ check-fail
use std::thread;

fn open_ports(ports: &[u16]) -> Vec<u16> {
    let (left, right) = ports.split_at(ports.len() / 2);
    let mut open: Vec<u16> = Vec::new();

    thread::scope(|s| {
        s.spawn(|| open.extend(left.iter().filter(|&&p| p > 0)));
        s.spawn(|| open.extend(right.iter().filter(|&&p| p > 0))); //~ ERROR E0499
    });
    open
}

fn main() {
    println!("{:?}", open_ports(&[80, 0, 443, 8080]));
}
