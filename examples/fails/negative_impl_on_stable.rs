//@ check-fail
struct Texture {
    number: usize,
}

impl !Send for Texture {} //~ ERROR E0658

fn main() {
    let logo = Texture { number: 0 };
    println!("{}", logo.number);
}
