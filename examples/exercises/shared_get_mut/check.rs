//@ sanitize: thread

#[test]
fn last_handle_gets_its_value() {
    let mut only = Shared::new(1);
    let found = only.get_mut().map(|value| *value += 1);
    assert!(found.is_some(), "one handle is left, and it does not get at its value");
    assert_eq!(*only.get(), 2, "what was changed through `get_mut` is not what `get` reads");
}

#[test]
fn no_value_is_lent_twice() {
    let mut first = Shared::new(1);
    let second = first.clone();
    assert!(
        first.get_mut().is_none(),
        "`get_mut` lends the value to be changed while another handle lends it to be read"
    );
    drop(second);
    assert!(first.get_mut().is_some(), "the other handle is gone, and still `get_mut` refuses");
}

#[test]
fn one_borrow_at_a_time() {
    let signature = ANSWER.split("fn get_mut").nth(1).unwrap_or_default();
    let signature = signature.split('{').next().unwrap_or_default();
    assert!(
        signature.contains("&mut self"),
        "who has only a `&` to the one handle can have a second, and clone it too: ask for more"
    );
}

#[test]
fn what_other_threads_did_comes_before() {
    let body = ANSWER.split("fn get_mut").nth(1).unwrap_or_default();
    let body = body.split("impl<T> Clone").next().unwrap_or_default();
    let orders = ["Acquire", "AcqRel", "SeqCst"];
    assert!(
        orders.iter().any(|order| body.contains(order)),
        "the count is right, but a read on another thread that came before its handle went need not come before your write"
    );
}

#[test]
fn two_threads_one_after_the_other() {
    let mut mine = Shared::new(1);
    let theirs = mine.clone();
    std::thread::scope(|s| {
        let reader = s.spawn(move || *theirs.get());
        let mut looks = 0..10_000;
        while looks.next().is_some() && mine.get_mut().is_none() {
            std::thread::yield_now();
        }
        if let Some(value) = mine.get_mut() {
            *value += 1;
        }
        assert_eq!(reader.join().unwrap(), 1, "the reader saw a value that was written later");
    });
}
