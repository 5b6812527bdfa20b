use std::rc::Rc;
use std::thread;

fn main() {
    let batch = Rc::new(vec![3, 5, 8]);
    let batch = Rc::into_inner(batch).expect("one handle");

    let sum = thread::spawn(move || {
        let batch = Rc::new(batch); // an Rc of the worker's own
        let same = Rc::clone(&batch);
        same.iter().sum::<i32>()
    });
    println!("{}", sum.join().unwrap());
}
