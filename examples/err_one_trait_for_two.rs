//@ run-pass
use std::fmt::{Debug, Display};

trait Shown: Debug + Display {}
impl<T: Debug + Display> Shown for T {}

fn main() {
    let port: Box<dyn Shown> = Box::new(80);
    println!("{port} {port:?}");
}
