//@ check-fail
use std::pin::Pin;

async fn greet(name: String) {
    println!("hello {name}");
}

fn crosses<T: Send + Sync>(_: &T) {}

fn main() {
    let mut greeting = greet(String::from("ada"));
    crosses(&greeting);
    let _ = Pin::new(&mut greeting); //~ ERROR E0277
}
