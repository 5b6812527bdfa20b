//@ run-pass
use std::sync::Mutex;

static PRINTER: Mutex<()> = Mutex::new(());

#[expect(unused_must_use)]
fn main() {
    PRINTER.lock().unwrap();
    println!("free: {}", PRINTER.try_lock().is_ok());

    let _guard = PRINTER.lock().unwrap();
    println!("free: {}", PRINTER.try_lock().is_ok());
}
