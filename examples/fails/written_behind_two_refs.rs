//@ check-fail
use std::mem;

fn reset(prices: &&mut Vec<u32>) -> Vec<u32> {
    mem::take(*prices) //~ ERROR E0596
}

fn main() {
    let mut prices = vec![3, 5];
    println!("{:?}", reset(&&mut prices));
}
