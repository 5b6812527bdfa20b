//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let session = Rc::new(String::from("ada"));
    let for_worker = Rc::clone(&session);

    let worker = thread::spawn(move || {
        //~^ ERROR E0277
        println!("the worker serves {for_worker}");
    });
    worker.join().unwrap();

    println!("main still has {session}");
}
