//@ check-fail
use std::thread;

fn main() {
    let name = String::from("ada");
    let lent = &name;
    thread::scope(|s| {
        //~^ ERROR E0505
        s.spawn(move || println!("{lent}"));
        drop(name);
    });
}
