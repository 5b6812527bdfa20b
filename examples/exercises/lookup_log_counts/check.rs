//@ forbid: unsafe_code = "a promise does not order them: two threads may count at once, and a plain count loses some"
//@ sanitize: thread

/// Not so any more: a private field shows through. Which type counts through `&self`, and may be shared?
fn version_1_0_was_shared_between_threads<T: Send + Sync>(value: T) -> T {
    value
}

#[test]
fn names_are_found() {
    let log = version_1_0_was_shared_between_threads(LookupLog::new(&["ada"]));
    assert!(log.contains("ada") && !log.contains("tony"), "what `contains` answers must not change");
}

#[test]
fn every_question_counts() {
    let log = version_1_0_was_shared_between_threads(LookupLog::new(&["ada"]));
    std::thread::scope(|s| {
        let workers = [0; 4].map(|_| {
            s.spawn(|| {
                for _ in 0..500 {
                    log.contains("ada");
                }
            })
        });
        workers.into_iter().for_each(|worker| worker.join().unwrap());
    });
    let asked = log.asked();
    assert_eq!(asked, 2000, "2000 questions from four threads, and {} of them were lost", 2000 - asked.min(2000));
}
