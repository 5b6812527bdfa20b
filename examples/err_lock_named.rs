//@ run-pass
use std::sync::Mutex;

static PRINTER: Mutex<()> = Mutex::new(());

fn main() {
    let _printing = PRINTER.lock().unwrap(); // until the block ends
    println!("two lines, and nobody");
    println!("else's between them");
}
