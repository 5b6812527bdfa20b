//@ forbid: unsafe_code = "two threads never use the log at once, and the borrow checker can see that: no promise is needed"

#[test]
fn both_lines_are_there() {
    assert_eq!(
        lines(),
        ["main started", "worker started"],
        "`main` writes first, and the worker's line comes after it"
    );
}

#[test]
fn worker_writes_its_line() {
    assert!(
        ANSWER.contains("spawn("),
        "no worker is started any more: it has to write its line itself"
    );
}

#[test]
fn nothing_guards_against_nobody() {
    let needless = ["Mutex", "RwLock", "Atomic"]
        .into_iter()
        .find(|name| ANSWER.contains(name));
    assert_eq!(
        needless, None,
        "at no moment do two threads use the log, so there is nothing to lock: who holds the `&mut`?"
    );
}
