//@ check-fail
use std::cell::OnceCell;
use std::thread;

fn main() {
    let region = OnceCell::new();
    thread::scope(|s| {
        s.spawn(|| println!("{}", region.get_or_init(|| "north")));
        //~^ ERROR E0277
        println!("{}", region.get_or_init(|| "south"));
    });
}
