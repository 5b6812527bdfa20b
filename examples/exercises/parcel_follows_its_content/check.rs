use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::MutexGuard;

use super::parcel::Parcel;

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

type InCell = std::cell::Cell<u32>;
type Guard = MutexGuard<'static, u8>;

#[test]
fn rc_in_a_parcel_stays_home() {
    assert!(
        !is!(Parcel<Rc<str>>: Send),
        "a parcel with an `Rc` in it may still be sent: what does the walk find, and does it ever ask the `T`?"
    );
    assert!(
        !is!(Parcel<Rc<str>>: Sync) && !is!(Parcel<Guard>: Sync),
        "a parcel that is shared hands its value over, so an `Rc` or a guard in it must not be shared"
    );
}

#[test]
fn cell_in_a_parcel_goes_round() {
    assert!(
        is!(Parcel<InCell>: Send),
        "a parcel with a cell in it may no longer be sent"
    );
    assert!(
        is!(Parcel<InCell>: Sync),
        "a parcel with a cell in it may not be shared: nobody gets a `&T`, so that `T: Sync` asks too much"
    );
}

#[test]
fn first_one_gets_it() {
    let parcel = Parcel::new(7);
    assert_eq!(
        (parcel.take(), parcel.take()),
        (Some(7), None),
        "the first one gets the value, the next one nothing"
    );
}
