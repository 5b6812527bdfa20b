use std::fmt;
use std::marker::PhantomData;
use std::sync::{Mutex, MutexGuard};
use std::thread::{ThreadId, current};

/// The threads that have printed the value.
static PRINTED_BY: Mutex<Vec<ThreadId>> = Mutex::new(Vec::new());

/// May be shared, and not sent.
struct LentAndNeverSent(PhantomData<MutexGuard<'static, ()>>);

impl fmt::Display for LentAndNeverSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PRINTED_BY.lock().unwrap().push(current().id());
        f.write_str("home")
    }
}

/// What stays with its owner, and is lent to two, need not be `Send`.
fn widths_of_what_stays_at_home(value: &LentAndNeverSent) -> usize {
    widths(value)
}

#[test]
fn value_is_printed_twice() {
    assert_eq!(
        widths(&8080),
        8,
        "two workers each print the value, and the widths are added"
    );
    assert_eq!(
        widths_of_what_stays_at_home(&LentAndNeverSent(PhantomData)),
        8,
        "two workers each print the value"
    );
    let printed_by = PRINTED_BY.lock().unwrap();
    assert!(
        printed_by.len() == 2
            && printed_by[0] != printed_by[1]
            && !printed_by.contains(&current().id()),
        "two workers print the value, and the caller does not: that is what the bound is about"
    );
}
