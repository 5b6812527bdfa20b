//@ run-pass
use std::sync::Arc;

fn main() {
    let mut limit = Arc::new(80);
    println!("{limit}");
    limit = Arc::new(90); // other handles keep the 80
    println!("{limit}");
}
