//@ check-fail
use std::rc::Rc;
use std::thread::Builder;

fn main() {
    let motd = Rc::new(String::from("welcome"));
    let job = || println!("{motd}");
    // SAFETY: joined below, before `motd` goes.
    let worker = unsafe { Builder::new().spawn_unchecked(job) }; //~ ERROR E0277
    worker.unwrap().join().unwrap();
}
