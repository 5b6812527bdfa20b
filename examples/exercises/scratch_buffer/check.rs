//@ forbid: unsafe_code = "two threads would write into one buffer: each is to have its own, and then nothing has to be promised"
//@ sanitize: thread

/// The answer's lines that are no comments.
fn code() -> impl Iterator<Item = &'static str> {
    ANSWER
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn a_slug_is_right_each_time() {
    assert_eq!(
        slug("The thread boundary"),
        "the-thread-boundary",
        "small letters, with a `-` for each gap"
    );
    assert_eq!(
        slug(" Rc  and Arc "),
        "rc-and-arc",
        "what an earlier call wrote is to be cleared first"
    );
}

#[test]
fn threads_do_not_meet() {
    let workers = ["One Title", "Another Title"]
        .map(|title| std::thread::spawn(move || (0..50).map(|_| slug(title)).collect::<Vec<_>>()));
    let [one, another] = workers.map(|worker| worker.join().unwrap());
    assert!(
        one.iter().all(|slug| slug == "one-title")
            && another.iter().all(|slug| slug == "another-title"),
        "two threads made slugs at once, and one found the other's letters in its own"
    );
}

#[test]
fn nobody_waits() {
    let lock = ["Mutex", "RwLock", "LazyLock", "Atomic"]
        .into_iter()
        .find(|lock| code().any(|line| line.contains(lock)));
    assert_eq!(
        lock, None,
        "this exercise is about doing without a lock: no caller needs what another has written, so why share?"
    );
}

#[test]
fn the_buffer_is_kept() {
    assert!(
        code().any(|line| line.contains("thread_local!")),
        "the buffer is gone: every call allocates one, and `slug` was to use it again"
    );
}
