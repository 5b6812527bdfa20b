//@ run-pass
use std::sync::LazyLock;
use std::thread;

static PORT: LazyLock<u16> = LazyLock::new(|| {
    println!("settings read");
    8080
});

fn main() {
    println!("main started");
    let worker = thread::spawn(|| println!("worker: {}", *PORT));
    worker.join().unwrap();
    println!("main: {}", *PORT);
}
