//@ check-fail
use std::rc::Rc;
use std::thread;

fn join<A, B, RA, RB>(a: A, b: B) -> (RA, RB)
where
    A: FnOnce() -> RA,
    B: FnOnce() -> RB,
{
    thread::scope(|s| {
        let worker = s.spawn(b);
        //~^ ERROR E0277
        //~^ ERROR E0277
        let here = a();
        (here, worker.join().unwrap())
    })
}

fn main() {
    let host: Rc<str> = Rc::from("10.0.0.7");
    let limits = [80, 90];
    let both = join(|| Rc::clone(&host), || limits.iter().max());
    println!("{both:?}");
}
