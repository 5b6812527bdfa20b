//@ check-fail
use std::sync::Mutex;

static PRINTER: Mutex<()> = Mutex::new(());

fn main() {
    let _ = PRINTER.lock().unwrap();
    //~^ ERROR non-binding let on a synchronization lock
    println!("two lines, and nobody");
    println!("else's between them");
}
