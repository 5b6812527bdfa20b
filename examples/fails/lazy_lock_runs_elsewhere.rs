//@ check-fail
use std::rc::Rc;
use std::sync::LazyLock;
use std::thread;

fn main() {
    let path: Rc<str> = "app.toml".into();
    let length = LazyLock::new(move || path.len());
    thread::scope(|s| {
        s.spawn(|| println!("{}", *length)); //~ ERROR E0277
    });
}
