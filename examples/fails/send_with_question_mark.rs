//@ check-fail
use std::cell::Cell;
use std::error::Error;
use std::sync::mpsc::Sender;

type Result = std::result::Result<(), Box<dyn Error + Send + Sync>>;

fn report(meters: &Sender<Cell<u32>>, load: u32) -> Result {
    meters.send(Cell::new(load))?; //~ ERROR E0277
    Ok(())
}

fn main() {
    let (meters, inbox) = std::sync::mpsc::channel();
    report(&meters, 42).unwrap();
    println!("{}", inbox.recv().unwrap().get());
}
