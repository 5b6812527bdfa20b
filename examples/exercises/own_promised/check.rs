use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::MutexGuard;

macro_rules! is {
    ($type:ty: $bound:ident) => {{
        struct Ask<T>(PhantomData<T>);
        #[allow(dead_code)]
        trait No {
            const HOLDS: bool = false;
        }
        impl<T> No for Ask<T> {}
        #[allow(dead_code)]
        impl<T: $bound> Ask<T> {
            const HOLDS: bool = true;
        }
        <Ask<$type>>::HOLDS
    }};
}

type Guard = MutexGuard<'static, u8>;

#[test]
fn sent_with_what_may_be_sent() {
    assert!(
        is!(Own<Cell<u8>>: Send),
        "an `Own` of a cell has one owner at a time, and still may not be sent: which bound is too many?"
    );
    assert!(
        !is!(Own<Rc<u8>>: Send) && !is!(Own<Guard>: Send),
        "whoever is sent an `Own` drops its value there: an `Own` of an `Rc` or of a guard must stay"
    );
}

#[test]
fn shared_with_what_may_be_shared() {
    assert!(
        is!(Own<Guard>: Sync),
        "`get` lends a `&T` and takes nothing out, and still a guard in it may not be shared: which bound is too many?"
    );
    assert!(
        !is!(Own<Cell<u8>>: Sync) && !is!(Own<Rc<u8>>: Sync),
        "two threads with a `&Own` both have a `&T` from `get`: a cell in it would be shared"
    );
}

#[test]
fn each_promise_has_its_proof() {
    let above = |line: &str| {
        let before = ANSWER.split(line).next().unwrap_or_default();
        before
            .rsplit("}\n")
            .next()
            .unwrap_or_default()
            .contains("SAFETY:")
    };
    let promises: Vec<&str> = ANSWER
        .lines()
        .filter(|line| line.trim_start().starts_with("unsafe impl"))
        .collect();
    assert!(
        promises.iter().all(|line| above(line)),
        "a promise stands there without its proof: write `// SAFETY:` above each"
    );
}
