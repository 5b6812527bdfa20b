use std::sync::mpsc;
use std::time::Duration;

/// Long enough for a thread to reach the lock that it has to wait for.
const REACHED: Duration = Duration::from_millis(20);

/// Moves back and forth at once, with both locks held here at first, and then let go one by one.
#[test]
fn both_directions_at_once() {
    for _ in 0..5 {
        let east = EAST.lock().unwrap();
        let west = WEST.lock().unwrap();

        let (report, reports) = mpsc::channel();
        for (from, to) in [(&EAST, &WEST), (&WEST, &EAST)] {
            let report = report.clone();
            std::thread::spawn(move || {
                move_one(from, to);
                let _ = report.send(());
            });
        }
        std::thread::sleep(REACHED);

        drop(east);
        std::thread::sleep(REACHED);
        if let Ok(east) = EAST.try_lock() {
            let seen = *east + *west;
            assert_eq!(
                seen, 10,
                "somebody who held both locks did not count ten: the connection was in neither pool"
            );
        }

        drop(west);
        for _ in 0..2 {
            reports.recv_timeout(Duration::from_secs(3)).expect(
                "two moves in two directions wait for each other: do both take the same lock first?",
            );
        }
        let total = *EAST.lock().unwrap() + *WEST.lock().unwrap();
        assert_eq!(total, 10, "ten connections went in, and {total} are left");
    }
}
