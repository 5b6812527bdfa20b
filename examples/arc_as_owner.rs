use std::sync::Arc;

fn main() {
    let mut routes = Arc::new(vec!["/"]);

    // One handle: the value is ours to change.
    Arc::get_mut(&mut routes).unwrap().push("/login");

    let served = Arc::clone(&routes);
    println!("{:?}", Arc::get_mut(&mut routes)); // two handles

    // Two handles: make_mut clones the value first.
    Arc::make_mut(&mut routes).push("/logout");
    println!("{served:?} {routes:?}");

    // One handle each again: the value can move out.
    let plain: Vec<&str> = Arc::try_unwrap(routes).unwrap();
    println!("{}", plain.len());
}
