//@ run-pass
use std::fmt::Debug;

fn main() {
    let most: Box<dyn Debug + Send + Sync> = Box::new(80);
    let less: Box<dyn Debug + Send> = most;
    let least: Box<dyn Debug> = less;
    println!("{least:?}");
}
