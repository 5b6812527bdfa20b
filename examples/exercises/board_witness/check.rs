use std::marker::PhantomData;

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
fn promise_lets_the_witness_in() {
    let _ = first();
    assert!(
        is!(Witness: Send),
        "`Witness` is not `Send`, so this promise turns it away: look for a type that gets in and should not"
    );
    assert!(is!(Board<Witness>: Sync), "`Board<Witness>` is not `Sync`: leave the promise as it stands");
}

#[test]
fn readers_could_race_on_the_witness() {
    assert!(
        !is!(Witness: Sync),
        "`Witness` is `Sync`: it lacks nothing that readers need, and two of them do it no harm"
    );
}

#[test]
fn witness_is_no_type_of_your_own_making() {
    assert!(
        ANSWER.matches("unsafe").count() == 1,
        "a second `unsafe` makes the answer true by decree: find a type of std that is as it should be"
    );
}
