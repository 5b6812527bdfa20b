//@ check-pass
use std::cell::Cell;

fn send<T: Send>(_: &T) {}
fn sync<T: Sync>(_: &T) {}

fn main() {
    let name = String::from("api");
    let hits = Cell::new(0);
    let mut log = Vec::new();

    let measure = || name.len(); // holds a &String
    let count = move || hits.get(); // holds a Cell
    let mut write = || log.push("up"); // holds a &mut Vec

    send(&measure);
    sync(&measure);
    send(&count); // and not sync
    send(&write);
    sync(&write);
    write();
}
