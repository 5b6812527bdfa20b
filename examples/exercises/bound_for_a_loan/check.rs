//@ forbid: unsafe_code = "a promise for every `T` would let an `Rc` cross, and the right bound makes it needless"
use std::thread::ThreadId;

/// Lent exclusively, it needs no more than to be `Send`.
struct NeitherSharedNorCloned(std::cell::Cell<u32>);

#[test]
fn what_may_be_sent_may_be_lent() {
    let mut slot = NeitherSharedNorCloned(0.into());
    elsewhere(&mut slot, |slot| slot.0.set(7));
    assert_eq!(
        slot.0.get(),
        7,
        "the worker is to change what lies in the slot itself"
    );
}

#[test]
fn a_borrow_may_lie_in_the_slot() {
    let host = String::from("example.org");
    let mut name = host.as_str();
    elsewhere(&mut name, |name| *name = &name[..7]);
    assert_eq!(
        name, "example",
        "the worker is to change what lies in the slot itself"
    );
}

#[test]
fn another_thread_makes_the_change() {
    let mut changed_by: Option<ThreadId> = None;
    elsewhere(&mut changed_by, |by| {
        *by = Some(std::thread::current().id())
    });
    assert_ne!(
        changed_by,
        Some(std::thread::current().id()),
        "the change was made on the thread of the caller: the slot is to be lent to a worker"
    );
}
