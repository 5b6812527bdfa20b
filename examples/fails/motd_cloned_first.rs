//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let motd = Rc::new(String::from("welcome"));
    let for_worker = Rc::clone(&motd);
    drop(motd);
    let worker = thread::spawn(move || println!("{for_worker}")); //~ ERROR E0277
    worker.join().unwrap();
}
