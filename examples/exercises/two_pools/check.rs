use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

/// Moves back and forth at once, on threads that need not come back, while a third one counts under both locks.
#[test]
fn both_directions_at_once() {
    static DONE: AtomicBool = AtomicBool::new(false);
    let (report, reports) = mpsc::channel();
    for (from, to) in [(&EAST, &WEST), (&WEST, &EAST)] {
        let report = report.clone();
        std::thread::spawn(move || {
            for _ in 0..200 {
                move_one(from, to);
            }
            let _ = report.send(());
        });
    }
    let auditor = std::thread::spawn(|| {
        while !DONE.load(Ordering::SeqCst) {
            if let Ok(east) = EAST.try_lock()
                && let Ok(west) = WEST.try_lock()
                && *east + *west != 10
            {
                return Some(*east + *west);
            }
            std::thread::yield_now();
        }
        None
    });
    for _ in 0..2 {
        reports.recv_timeout(Duration::from_secs(3)).expect(
            "two moves in two directions wait for each other: do both take the same lock first?",
        );
    }
    DONE.store(true, Ordering::SeqCst);
    let seen = auditor.join().unwrap();
    assert_eq!(
        seen, None,
        "somebody who held both locks did not count ten: the connection was in neither pool"
    );
    let total = *EAST.lock().unwrap() + *WEST.lock().unwrap();
    assert_eq!(total, 10, "ten connections went in, and {total} are left");
}
