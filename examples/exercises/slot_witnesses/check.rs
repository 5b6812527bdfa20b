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
fn both_has_both() {
    assert!(is!(Both: Send) && is!(Both: Sync), "`Both` lacks a trait: it is the row in which nothing may fail");
}

#[test]
fn send_only_shows_a_lost_sync() {
    assert!(is!(SendOnly: Send), "`SendOnly` may not even be sent: a promise that lost `T: Sync` would still refuse it");
    assert!(!is!(SendOnly: Sync), "`SendOnly` can be shared: a promise that lost `T: Sync` would do it no harm");
}

#[test]
fn sync_only_shows_a_lost_send() {
    assert!(is!(SyncOnly: Sync), "`SyncOnly` cannot be shared: a promise that lost `T: Send` would still refuse it");
    assert!(!is!(SyncOnly: Send), "`SyncOnly` may be sent: a promise that lost `T: Send` would do it no harm");
}

#[test]
fn neither_has_none() {
    assert!(
        !is!(Neither: Send) && !is!(Neither: Sync),
        "`Neither` has a trait: it is the row that shows a promise without any bound"
    );
}
