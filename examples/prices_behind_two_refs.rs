//@ run-pass
use std::thread;

fn total(prices: &&mut Vec<u32>) -> u32 {
    prices.iter().sum()
}

fn main() {
    let mut prices = vec![3, 5];
    let exclusive = &mut prices;
    exclusive.push(8);

    thread::scope(|s| {
        let shared = &exclusive;
        let one = s.spawn(move || total(shared));
        let two = s.spawn(move || total(shared));
        println!("{}", one.join().unwrap() + two.join().unwrap());
    });
    exclusive.push(13);
}
