//@ run-pass
use std::sync::Arc;

fn main() {
    let mut routes = vec!["/"];
    routes.push("/login");
    let routes = Arc::new(routes);
    println!("{routes:?}");
}
