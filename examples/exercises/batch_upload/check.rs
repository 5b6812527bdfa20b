//@ forbid: unsafe_code = "nobody may promise that: whoever kept a clone of the text could count it while the worker drops its labels"

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
fn a_batch_may_be_sent() {
    assert!(
        has!(Batch: Send),
        "a batch still cannot be sent to the uploading thread: which type at the bottom of it says no?"
    );
}

#[test]
fn labels_share_their_text() {
    let [first, second] = batch("memory", [1, 2])
        .samples
        .map(|sample| sample.label.text);
    assert_eq!(
        &*first, "memory",
        "the text of a label is to be the name that `batch` was given"
    );
    assert!(
        std::ptr::eq(first.as_ptr(), second.as_ptr()),
        "each sample has a text of its own: the labels of a batch are to share one, through a handle that may cross"
    );
}
