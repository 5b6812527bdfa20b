//@ check-fail
use std::sync::Arc;

fn main() {
    let limit = Arc::new(80);
    *limit = 90; //~ ERROR E0594
    println!("{limit}");
}
