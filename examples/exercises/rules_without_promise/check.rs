//@ forbid: unsafe_code = "no promise is needed here: a handle of std has made it already, for whoever reads and never writes"

#[test]
fn both_workers_find_it() {
    assert_eq!(
        ask_two(&[80, 90, 7]),
        [Some(90), Some(90)],
        "both workers look for the longest limit in the same rules"
    );
    assert_eq!(ask_two(&[]), [None, None], "no rules have no longest limit");
}

#[test]
fn rules_are_shared() {
    assert!(
        ANSWER.matches("spawn(").count() == 1 && ANSWER.contains("[0, 1]"),
        "two workers are to ask, each on a thread of its own"
    );
    let each = ANSWER.split("[0, 1]").nth(1).unwrap_or_default();
    assert!(
        !each.contains(".to_vec()") && !ANSWER.contains("Rules(Vec<"),
        "each worker has a copy of the rules now: they are to share one list"
    );
}

#[test]
fn nothing_is_locked() {
    let lock = ["Mutex", "RwLock"]
        .into_iter()
        .find(|name| ANSWER.contains(name));
    assert_eq!(
        lock, None,
        "nobody writes, so that nobody has to wait: which handle lends without a lock?"
    );
}
