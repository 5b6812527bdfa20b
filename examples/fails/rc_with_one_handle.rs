//@ check-fail
use std::rc::Rc;
use std::thread;

fn main() {
    let batch = Rc::new(vec![3, 5, 8]); // the only handle

    let sum = thread::spawn(move || {
        //~^ ERROR E0277
        batch.iter().sum::<i32>()
    });
    println!("{}", sum.join().unwrap());
}
