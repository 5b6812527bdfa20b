//@ check-fail
use std::sync::Arc;

fn main() {
    let routes = vec!["/", "/login"]; // no longer an Arc
    let deep = routes.clone();
    let shared = Arc::clone(&routes); //~ ERROR E0308
    println!("{deep:?} {shared:?}");
}
