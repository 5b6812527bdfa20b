//@ check-fail
use std::error::Error;
use std::sync::Mutex;

type Shareable = Box<dyn Error + Send + Sync>;

fn hits(count: &Mutex<u32>) -> Result<u32, Shareable> {
    Ok(*count.lock()?) //~ ERROR E0277
}

fn main() {
    println!("{:?}", hits(&Mutex::new(1)));
}
