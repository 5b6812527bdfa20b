//@ forbid: unsafe_code = "a marker says the same, and needs no promise that someone has to keep for every later field"

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
fn a_window_may_be_looked_at() {
    assert!(
        has!(Window: Sync),
        "a window still cannot be looked at from another thread: its marker takes `Sync` away as well"
    );
}

#[test]
fn a_window_stays_at_home() {
    assert!(
        !has!(Window: Send),
        "a window may be sent away now, and would be closed wherever it ends: its marker is to take `Send` away"
    );
}
