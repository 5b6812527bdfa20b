//@ run-pass
use std::fmt::Debug;

fn main() {
    let port: Box<dyn Debug + Send> = Box::new(80);
    println!("{port:?}");
    let forgotten: Box<dyn Debug> = port; // this way it works
    println!("{forgotten:?}");
}
