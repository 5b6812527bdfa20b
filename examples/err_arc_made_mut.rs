//@ run-pass
use std::sync::Arc;

fn main() {
    let mut routes = Arc::new(vec!["/"]);
    Arc::make_mut(&mut routes).push("/login"); // a copy, if shared
    println!("{routes:?}");
}
