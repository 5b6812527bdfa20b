//@ check-fail
use std::thread;

struct Setting<'a>(&'a u32);

fn main() {
    let mut limit = 80;
    let setting = Setting(&limit); //~ ERROR E0597
    let worker = thread::spawn(move || *setting.0);
    limit = 90; //~ ERROR E0506
    println!("worker {}", worker.join().unwrap());
    println!("host {limit}");
}
