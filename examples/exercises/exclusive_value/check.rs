use std::fmt::Debug;
use std::marker::PhantomData;
use std::rc::Rc;

use super::exclusive::Exclusive;

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

#[test]
fn shared_with_anything_in_it() {
    assert!(
        is!(Exclusive<Cell<u8>>: Sync) && is!(Exclusive<Rc<u8>>: Sync),
        "the promise has a bound, and an `Exclusive` of an `Rc` may not be shared: which way leads from a `&Exclusive` to its content?"
    );
}

#[test]
fn sent_as_before() {
    assert!(
        is!(Exclusive<Cell<u8>>: Send),
        "an `Exclusive` of a cell may no longer be sent"
    );
    assert!(
        !is!(Exclusive<Rc<u8>>: Send),
        "an `Exclusive` of an `Rc` may now be sent: whoever has it can take the `Rc` out, so leave `Send` to the field"
    );
}

#[test]
fn no_way_leads_in() {
    assert!(
        !is!(Exclusive<u8>: Debug)
            && !is!(Exclusive<u8>: Clone)
            && !is!(Exclusive<u8>: PartialEq)
            && !ANSWER.contains("(&self"),
        "a `&Exclusive` leads to its content, by a derive or by a method on `&self`: then threads that share one share it"
    );
    let mut value = Exclusive::new(1);
    *value.get_mut() += 1;
    assert_eq!(
        *value.get_mut(),
        2,
        "what is changed through `get_mut` has to stay changed"
    );
}
