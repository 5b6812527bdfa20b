use std::collections::HashMap;
use std::sync::RwLock;
use std::thread;

fn main() {
    let prices = RwLock::new(HashMap::from([("tea", 3)]));

    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| prices.read().unwrap().get("tea").copied());
        }
    });
    prices.write().unwrap().insert("coffee", 4);

    println!("{} prices", prices.read().unwrap().len());
}
