//@ check-fail
use std::thread;

fn read_line() -> String {
    String::from("GET /login \n")
}

fn main() {
    let line = read_line().trim(); //~ ERROR E0716
    let worker = thread::spawn(move || println!("{line}"));
    worker.join().unwrap();
}
