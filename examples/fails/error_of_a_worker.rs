//@ check-fail
use std::error::Error;
use std::thread;

fn read_port(text: &str) -> Result<u16, Box<dyn Error>> {
    Ok(text.parse()?)
}

fn main() {
    let worker = thread::spawn(|| read_port("eighty")); //~ ERROR E0277
    println!("{:?}", worker.join().unwrap());
}
