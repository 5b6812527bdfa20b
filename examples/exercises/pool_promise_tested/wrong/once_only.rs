//@ rejected: keeps its promise the first time only
pub trait Pool {
    /// With two free slots.
    fn new() -> Self;
    /// A free slot's number, or `None` if all are out.
    fn take(&self) -> Option<usize>;
    fn give(&self, slot: usize);
}

/// Whether no slot is out twice, and one that was given back can
/// be taken again.
pub fn keeps_promise<P: Pool>() -> bool {
    let pool = P::new();
    let (Some(one), Some(other)) = (pool.take(), pool.take()) else {
        return false;
    };
    if one == other || pool.take().is_some() {
        return false;
    }
    pool.give(one);
    pool.take() == Some(one) && pool.take().is_none()
}

fn main() {
    use std::cell::RefCell;
    struct Slots(RefCell<Vec<usize>>);
    impl Pool for Slots {
        fn new() -> Self {
            Slots(RefCell::new(vec![0, 1]))
        }
        fn take(&self) -> Option<usize> {
            self.0.borrow_mut().pop()
        }
        fn give(&self, slot: usize) {
            self.0.borrow_mut().push(slot);
        }
    }
    println!("{}", keeps_promise::<Slots>());
}
