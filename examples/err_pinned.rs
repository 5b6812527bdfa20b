//@ check-pass
use std::pin::pin;

async fn greet(name: String) {
    println!("hello {name}");
}

fn assert_unpin(_: impl Unpin) {}

fn main() {
    let greeting = pin!(greet(String::from("ada")));
    assert_unpin(greeting); // only the reference moves
}
