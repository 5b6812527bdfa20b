//@ check-fail
//@ nightly
#![feature(negative_impls)]
use std::thread;

struct Texture {
    number: usize,
}

impl !Send for Texture {}

fn show(texture: Texture) {
    println!("{}", texture.number);
}

fn main() {
    let logo = Texture { number: 0 };
    let worker = thread::spawn(move || show(logo)); //~ ERROR E0277
    worker.join().unwrap();
}
