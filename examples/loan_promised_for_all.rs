//@ data-race
use std::rc::Rc;
use std::{mem, thread};

struct Loan<'a, T>(&'a mut T);

// Wrong: nothing is asked of `T`.
unsafe impl<T> Send for Loan<'_, T> {}

impl<T> Loan<'_, T> {
    fn replace(self, value: T) -> T {
        mem::replace(self.0, value)
    }
}

fn main() {
    let title: Rc<str> = "visits".into();
    let mut slot = Rc::clone(&title);
    thread::scope(|s| {
        let loan = Loan(&mut slot);
        let worker = s.spawn(move || {
            let taken = loan.replace("hits".into());
            drop(vec![taken; 100]);
        });
        drop(vec![title; 100]);
        worker.join().unwrap();
    });
}
