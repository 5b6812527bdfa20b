//@ forbid: unsafe_code = "two threads would push at once, and every access would be a promise that it races with none"
use std::sync::{Arc, Barrier, PoisonError};

/// All tests use the same registry.
static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());

#[test]
fn all_threads_see_one_registry() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    std::thread::spawn(|| register("sort")).join().unwrap();
    let elsewhere = std::thread::spawn(registered).join().unwrap();
    let here = registered();
    let both = here.contains(&"sort") || elsewhere.contains(&"sort");
    let own = std::thread::spawn(|| {
        register("uniq");
        registered().contains(&"uniq")
    });
    let own = own.join().unwrap();
    assert!(
        both || own,
        "what a thread registers is not in the registry on any thread: is the list a place, or made anew at each use?"
    );
    assert!(
        both,
        "a worker registered `sort`, and neither `main` nor another worker sees it: each thread has a list of its own"
    );
}

#[test]
fn none_is_lost() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let before = registered().len();
    let start = Arc::new(Barrier::new(4));
    let workers = [0; 4].map(|_| {
        let start = Arc::clone(&start);
        std::thread::spawn(move || {
            start.wait();
            (0..25).for_each(|_| register("tee"));
        })
    });
    for worker in workers {
        worker.join().unwrap();
    }
    let new = registered().len() - before;
    assert_eq!(
        new, 100,
        "four threads registered 100 plugins, and {new} of them are in the registry"
    );
}
