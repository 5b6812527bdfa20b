use std::sync::OnceLock;
use std::thread;

static CURRENCY: OnceLock<String> = OnceLock::new();

fn main() {
    let from_arguments = String::from("CHF");
    CURRENCY.set(from_arguments).expect("set once");

    let worker = thread::spawn(|| CURRENCY.get().cloned());

    println!("{:?}", worker.join().unwrap());
}
