//@ rejected: two workers are to look
use std::thread;

fn open_ports(ports: &[u16]) -> Vec<u16> {
    thread::scope(|s| {
        let all = s.spawn(|| ports.iter().copied().filter(|&p| p > 0).collect());
        all.join().unwrap()
    })
}

fn main() {
    println!("{:?}", open_ports(&[80, 0, 443, 8080]));
}
