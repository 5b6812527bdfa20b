//@ rejected: gives one slot to two
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
    let _ = P::new();
    true
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
