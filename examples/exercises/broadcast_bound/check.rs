use std::fmt;
use std::marker::PhantomData;
use std::sync::MutexGuard;

/// May be shared, and not sent.
struct LentAndNeverSent(PhantomData<MutexGuard<'static, ()>>);

impl fmt::Display for LentAndNeverSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
}

#[test]
fn two_workers_share_it() {
    let spawns = ANSWER.matches(".spawn(").count();
    assert_eq!(
        spawns, 2,
        "two workers print the value at the same time: that is what the bound is about"
    );
}
