//@ check-fail
use std::fmt::Debug;

fn main() {
    let port: Box<dyn Debug> = Box::new(80);
    let sent: Box<dyn Debug + Send> = port; //~ ERROR E0308
    println!("{sent:?}");
}
