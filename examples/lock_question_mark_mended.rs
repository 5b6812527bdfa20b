//@ run-pass
use std::error::Error;
use std::sync::Mutex;

type Shareable = Box<dyn Error + Send + Sync>;

fn hits(count: &Mutex<u32>) -> Result<u32, Shareable> {
    let count = count.lock().map_err(|e| e.to_string())?;
    Ok(*count)
}

fn main() {
    println!("{:?}", hits(&Mutex::new(1)));
}
