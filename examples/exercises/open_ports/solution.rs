use std::thread;

fn open(ports: &[u16]) -> Vec<u16> {
    ports.iter().copied().filter(|&p| p > 0).collect()
}

fn open_ports(ports: &[u16]) -> Vec<u16> {
    let (left, right) = ports.split_at(ports.len() / 2);

    thread::scope(|s| {
        let left = s.spawn(|| open(left));
        let right = s.spawn(|| open(right));
        [left.join().unwrap(), right.join().unwrap()].concat()
    })
}

fn main() {
    println!("{:?}", open_ports(&[80, 0, 443, 8080]));
}
