//@ rejected: `b` has to run on another thread
use std::rc::Rc;

fn join<A, B, RA, RB>(a: A, b: B) -> (RA, RB)
where
    A: FnOnce() -> RA,
    B: FnOnce() -> RB,
{
    (a(), b())
}

fn main() {
    let host: Rc<str> = Rc::from("10.0.0.7");
    let limits = [80, 90];
    let both = join(|| Rc::clone(&host), || limits.iter().max());
    println!("{both:?}");
}
