use std::sync::atomic::Ordering::SeqCst;

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
fn a_plugin_may_be_sent() {
    assert!(
        has!(plugin::Plugin: Send),
        "a `Plugin` still cannot be sent: a raw pointer says no, and only a person can say why it may cross"
    );
}

#[test]
fn the_promise_is_about_the_pointer() {
    let is_plugin = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    assert!(
        !ANSWER.split("Send for Plugin").skip(1).any(is_plugin),
        "the promise stands on `Plugin`, and replaces the walk: nobody asks its other fields, now or later"
    );
    assert!(
        !ANSWER.contains("Rc<"),
        "an `Rc` still goes along: `main` could clone the name while the worker drops its handle"
    );
    assert!(
        ANSWER.contains("unsafe impl Send"),
        "nobody has promised anything: an address kept as a number silences the question, and gives no reason"
    );
}

#[test]
fn a_plugin_is_closed() {
    let mut plugin = plugin::Plugin::open("gzip".into());
    plugin.add(1);
    assert_eq!(
        c::OPEN.load(SeqCst),
        1,
        "one plugin is open, and the library should know of one"
    );
    drop(plugin);
    assert_eq!(
        c::OPEN.load(SeqCst),
        0,
        "the plugin is gone, and the library still has it open: the destructor belongs to the pointer, wherever that is"
    );
}
