use std::sync::mpsc;
use std::time::Duration;

#[test]
fn free_lock_is_taken() {
    let lock = SpinLock::new(7);
    let mut guard = lock.try_lock().expect("the lock was free, and `try_lock` has no guard");
    assert_eq!(guard.with(|value| *value), 7, "the guard leads to another value");
}

/// Holds a lock and tries it, on a thread that need not come back.
fn try_while_held(tries: usize) -> Vec<bool> {
    let (done, finished) = mpsc::channel();
    std::thread::spawn(move || {
        let lock = SpinLock::new(7);
        let guard = lock.lock();
        let refused = (0..tries).map(|_| lock.try_lock().is_none()).collect();
        std::mem::forget(guard);
        let _ = done.send(refused);
    });
    finished
        .recv_timeout(Duration::from_secs(2))
        .expect("`try_lock` does not come back while the lock is held: it waits for the lock")
}

#[test]
fn held_lock_is_refused_at_once() {
    assert_eq!(try_while_held(1), [true], "the lock is held, and `try_lock` returned a second guard");
}

#[test]
fn failed_try_leaves_the_lock_held() {
    assert_eq!(
        try_while_held(3),
        [true; 3],
        "a try that failed has freed the lock of its holder: is a guard made and dropped there, and what does its destructor do?"
    );
}

#[test]
fn one_step_looks_and_takes() {
    let body = ANSWER.split("fn try_lock").nth(1).unwrap_or_default();
    let body = body.split("impl<T> SpinGuard").next().unwrap_or_default();
    assert!(
        !body.contains(".lock()") && !(body.contains(".load(") && body.contains(".store(")),
        "another thread can come in between the look and the lock: one step must do both"
    );
    assert!(
        body.contains("Acquire") || body.contains("AcqRel") || body.contains("SeqCst"),
        "whoever gets the guard must see what the last holder wrote: which order brings it along?"
    );
}
