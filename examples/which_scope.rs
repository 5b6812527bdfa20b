use std::thread;

fn main() {
    let prices = [30, 10, 20];

    let (lowest, highest) = thread::scope(|s| {
        let lowest = s.spawn(|| prices.iter().min());
        let highest = s.spawn(|| prices.iter().max());
        (lowest.join().unwrap(), highest.join().unwrap())
    });

    println!("{lowest:?} to {highest:?}");
}
