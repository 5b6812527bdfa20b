use std::rc::Rc;

fn main() {
    let session = Rc::new(String::from("ada"));
    let by_name = Rc::clone(&session);
    println!("handles: {}", Rc::strong_count(&session));
    println!("one value: {}", Rc::ptr_eq(&session, &by_name));

    drop(by_name);
    println!("handles: {}", Rc::strong_count(&session));
}
