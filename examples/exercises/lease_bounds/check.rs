use lease::Lease;
use std::rc::Rc;
use std::sync::MutexGuard;

/// Whether a type has a trait, as the compiler sees it.
macro_rules! has {
    ($type:ty: $bound:path) => {{
        struct Asked<T>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        trait Otherwise {
            const HAS: bool = false;
        }
        impl<T> Otherwise for Asked<T> {}
        #[allow(dead_code)]
        impl<T: $bound> Asked<T> {
            const HAS: bool = true;
        }
        Asked::<$type>::HAS
    }};
}

#[test]
fn a_lease_may_be_sent_as_a_mut_reference_may() {
    assert!(
        has!(Lease<'static, std::cell::Cell<u8>>: Send),
        "a `Lease` of a `Cell` cannot be sent: nobody else reaches the cell while it lasts, so why should it not?"
    );
    assert!(
        !has!(Lease<'static, Rc<u8>>: Send),
        "an `Rc` would cross in a `Lease`: its holder gets a `&mut`, and takes the `Rc` in exchange for another"
    );
    assert!(
        !has!(Lease<'static, MutexGuard<'static, u8>>: Send),
        "a `MutexGuard` would cross in a `Lease`: its holder could drop the guard on another thread, by assigning"
    );
}

#[test]
fn a_lease_may_be_shared_as_a_mut_reference_may() {
    assert!(
        !has!(Lease<'static, std::cell::Cell<u8>>: Sync),
        "two threads would change one `Cell`: each of them gets a `&T` from its `&Lease`, and that asks for `T: Sync`"
    );
    assert!(
        !has!(Lease<'static, Rc<u8>>: Sync),
        "two threads would clone one `Rc`: each of them gets a `&T` from its `&Lease`, and that asks for `T: Sync`"
    );
    assert!(
        has!(Lease<'static, MutexGuard<'static, u8>>: Sync),
        "a `Lease` of a guard cannot be shared: a `&Lease` gives out a `&T` and no more, so nothing changes threads"
    );
}
