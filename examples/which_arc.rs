use std::sync::Arc;
use std::thread;

fn main() {
    let prices: Arc<[u32]> = Arc::from([30, 10, 20]);
    let in_worker = Arc::clone(&prices);

    let worker = thread::spawn(move || in_worker.iter().sum::<u32>());

    println!("{} prices", prices.len());
    println!("sum {}", worker.join().unwrap());
}
