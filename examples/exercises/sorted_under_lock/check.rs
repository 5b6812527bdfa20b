//@ forbid: unsafe_code = "a guard must not cross, whatever is promised for it: lend what it guards"

#[test]
fn prices_are_sorted() {
    assert_eq!(
        sorted(vec![30, 10, 20]),
        [10, 20, 30],
        "the prices come back in order"
    );
    assert_eq!(sorted(vec![]), [], "no prices are in order, too");
}

#[test]
fn worker_sorts() {
    let (_, worker) = ANSWER
        .split_once(".spawn(")
        .expect("no worker is started any more: it has to sort");
    assert!(
        worker
            .split("});")
            .next()
            .unwrap_or(worker)
            .contains("sort"),
        "the worker has to sort, and not `main`"
    );
}

#[test]
fn lock_is_kept() {
    let locks = ANSWER.matches(".lock(").count();
    assert_eq!(
        locks, 1,
        "between two locks somebody else can come in: keep the guard, and lend what it guards"
    );
    assert!(
        !ANSWER.contains("drop(guard)"),
        "the lock has to be held until the prices are copied out"
    );
}
