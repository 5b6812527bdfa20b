//@ sanitize: thread
use std::cell::Cell;

/// A result of `a`: it never leaves.
struct NeverLeaves(Rc<str>);

/// A result of `b`: it is given back, and not shared.
struct GivenNotShared(Cell<u32>);

/// What stays here need not be `Send`, nor last forever.
fn a_may_stay_at_home(count: &Cell<u32>) -> (NeverLeaves, usize) {
    join(
        || {
            count.set(count.get() + 1);
            NeverLeaves(Rc::from("here"))
        },
        || 3,
    )
}

/// What is given to the worker and comes back need not be `Sync`.
fn b_may_bring_a_cell() -> (u32, GivenNotShared) {
    let cell = GivenNotShared(Cell::new(7));
    join(|| 1, move || cell)
}

#[test]
fn both_results_come_back() {
    let count = Cell::new(0);
    let (here, there) = a_may_stay_at_home(&count);
    assert_eq!(
        (&*here.0, there, count.get()),
        ("here", 3, 1),
        "`join` returns what `a` and `b` returned, in that order"
    );
    assert_eq!(
        b_may_bring_a_cell().1.0.get(),
        7,
        "the cell that `b` returned is another one"
    );
}

#[test]
fn each_runs_where_it_should() {
    let here = std::thread::current().id();
    let (a, b) = join(
        || std::thread::current().id(),
        || std::thread::current().id(),
    );
    assert_eq!(a, here, "`a` has to run on the thread that calls `join`");
    assert_ne!(b, here, "`b` has to run on another thread");
}
