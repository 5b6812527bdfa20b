//@ rejected: in the order of the list
use std::thread;

fn open_ports(ports: &[u16]) -> Vec<u16> {
    let (left, right) = ports.split_at(ports.len() / 2);
    let open = |ports: &[u16]| -> Vec<u16> { ports.iter().copied().filter(|&p| p > 0).collect() };

    thread::scope(|s| {
        let left = s.spawn(|| open(left));
        let mut all = s.spawn(|| open(right)).join().unwrap();
        all.extend(left.join().unwrap());
        all
    })
}

fn main() {
    println!("{:?}", open_ports(&[80, 0, 443, 8080]));
}
