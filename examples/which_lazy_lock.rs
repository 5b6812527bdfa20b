use std::sync::LazyLock;
use std::thread;

static PRICES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    println!("read once");
    vec![30, 10, 20]
});

fn main() {
    let worker = thread::spawn(|| PRICES.len());

    println!("{} prices", worker.join().unwrap());
    println!("the first is {}", PRICES[0]);
}
