//@ run-pass
use std::error::Error;
use std::sync::Mutex;

fn hits(count: &Mutex<u32>) -> Result<u32, Box<dyn Error>> {
    let count = count.lock().map_err(|e| e.to_string())?;
    Ok(*count)
}

fn main() {
    println!("{:?}", hits(&Mutex::new(1)));
}
