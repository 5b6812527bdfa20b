use std::cell::RefCell;
use std::thread;

thread_local! {
    static SCRATCH: RefCell<String> = const { RefCell::new(String::new()) };
}

fn label(price: u32) -> String {
    SCRATCH.with_borrow_mut(|scratch| {
        scratch.clear();
        scratch.push_str(&price.to_string());
        scratch.push_str(" CHF");
        scratch.clone()
    })
}

fn main() {
    let worker = thread::spawn(|| label(30));
    println!("{}, {}", label(10), worker.join().unwrap());
}
