//@ check-fail
use std::sync::Arc;

fn main() {
    let routes = Arc::new(vec!["/"]);
    routes.push("/login"); //~ ERROR E0596
}
