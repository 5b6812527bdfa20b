//@ run-pass
use std::error::Error;
use std::thread;

// ANCHOR: shown
fn read_port(text: &str) -> Result<u16, Box<dyn Error + Send + Sync>> {
    Ok(text.parse()?)
}
// ANCHOR_END: shown

fn main() {
    let worker = thread::spawn(|| read_port("eighty"));
    println!("{:?}", worker.join().unwrap());
}
