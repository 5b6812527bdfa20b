//@ check-fail
use std::fmt::{Debug, Display};

fn main() {
    let port: Box<dyn Debug + Display> = Box::new(80); //~ ERROR E0225
    println!("{port:?}");
}
