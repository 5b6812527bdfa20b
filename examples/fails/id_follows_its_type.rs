//@ check-fail
use std::marker::PhantomData;
use std::rc::Rc;
use std::thread;

/// The number of a `T` in a table of `T`s.
struct Id<T> {
    number: u32,
    of: PhantomData<T>,
}

struct User {
    name: Rc<str>,
}

fn show(id: Id<User>) {
    println!("user {}", id.number);
}

fn main() {
    let user = User { name: "ada".into() };
    let id = Id {
        number: 7,
        of: PhantomData,
    };
    println!("{}", user.name);
    thread::spawn(move || show(id)).join().unwrap(); //~ ERROR E0277
}
