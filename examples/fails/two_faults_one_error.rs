//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let peers = Rc::new(vec!["10.0.0.7"]);
    let worker = thread::spawn(move || println!("{peers:?}")); //~ ERROR E0277
    println!("{} peers", peers.len());
    worker.join().unwrap();
}
