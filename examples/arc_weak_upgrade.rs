use std::sync::{Arc, Weak};
use std::thread;

fn main() {
    let mut session = Arc::new(String::from("ada"));
    let cached: Weak<String> = Arc::downgrade(&session);

    let lookup = cached.clone();
    let hit = thread::spawn(move || lookup.upgrade());
    println!("{:?}", hit.join().unwrap());

    println!("handles: {}", Arc::strong_count(&session));
    println!("{:?}", Arc::get_mut(&mut session)); // a Weak exists
    drop(session); // the last handle: a Weak does not count
    println!("{:?}", cached.upgrade());
}
