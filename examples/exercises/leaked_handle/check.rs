use std::cell::Cell;
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
fn what_may_be_shared_may_be_leaked_to_all() {
    assert!(
        has!(Leaked<MutexGuard<'static, u8>>: Send),
        "a `Leaked` guard cannot be sent: a handle only lends it and nobody ever drops it, so the guard changes no thread"
    );
    assert!(
        has!(Leaked<MutexGuard<'static, u8>>: Sync),
        "a `Leaked` guard cannot be shared: a handle only lends it and nobody ever drops it, so the guard changes no thread"
    );
}

#[test]
fn what_may_not_be_shared_stays() {
    assert!(
        !has!(Leaked<Cell<u8>>: Send),
        "two threads would use one `Cell`: `another` makes a second handle, and each of the two lends a `&T`"
    );
    assert!(
        !has!(Leaked<Cell<u8>>: Sync),
        "two threads would use one `Cell`: a `&Leaked` lends a `&T` to whoever has it"
    );
    assert!(
        !has!(Leaked<std::rc::Rc<u8>>: Send) && !has!(Leaked<std::rc::Rc<u8>>: Sync),
        "two threads would clone one `Rc`: each has a handle, and each handle lends a `&T`"
    );
}

#[test]
fn a_handle_still_lends() {
    let name = Leaked::new(String::from("grace"));
    let for_worker = name.another();
    let worker = std::thread::spawn(move || for_worker.len());
    assert_eq!(
        worker.join().unwrap(),
        name.len(),
        "both handles are to lead to one value"
    );
}
