use std::sync::Arc;

fn main() {
    let routes = Arc::new(vec!["/", "/login"]);

    let one = routes.clone();
    let two = Arc::clone(&routes);
    println!("one value: {}", Arc::ptr_eq(&one, &two));
    println!("handles: {}", Arc::strong_count(&routes));

    let copy: Vec<&str> = (*routes).clone(); // a deep clone
    println!("{copy:?}, handles: {}", Arc::strong_count(&routes));
}
