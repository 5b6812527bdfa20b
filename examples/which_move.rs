use std::thread;

fn main() {
    let prices = vec![30, 10, 20];

    let worker = thread::spawn(move || {
        let mut prices = prices;
        prices.sort();
        prices
    });

    println!("{:?}", worker.join().unwrap());
}
