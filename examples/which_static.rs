use std::thread;

static CURRENCIES: [&str; 3] = ["EUR", "CHF", "USD"];

fn main() {
    let worker = thread::spawn(|| CURRENCIES.len());

    println!("{}, of {}", CURRENCIES[0], worker.join().unwrap());
}
