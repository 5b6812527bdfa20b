//@ check-fail
use std::error::Error;
use std::sync::Mutex;

fn hits(count: &Mutex<u32>) -> Result<u32, Box<dyn Error>> {
    Ok(*count.lock()?) //~ ERROR lifetime may not live long enough
}

fn main() {
    println!("{:?}", hits(&Mutex::new(1)));
}
