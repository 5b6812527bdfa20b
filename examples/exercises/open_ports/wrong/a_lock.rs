//@ rejected: the faster worker comes first
use std::sync::Mutex;
use std::thread;

fn open_ports(ports: &[u16]) -> Vec<u16> {
    let (left, right) = ports.split_at(ports.len() / 2);
    let open = Mutex::new(Vec::new());

    thread::scope(|s| {
        s.spawn(|| open.lock().unwrap().extend(left.iter().filter(|&&p| p > 0)));
        s.spawn(|| {
            open.lock()
                .unwrap()
                .extend(right.iter().filter(|&&p| p > 0))
        });
    });
    open.into_inner().unwrap()
}

fn main() {
    println!("{:?}", open_ports(&[80, 0, 443, 8080]));
}
