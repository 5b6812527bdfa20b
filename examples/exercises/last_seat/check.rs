//@ forbid: unsafe_code = "an atomic count needs no promise: look for one step that looks and takes"
//@ sanitize: thread
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// All tests use the same seats.
static TURN: Mutex<()> = Mutex::new(());

/// Lets two buyers book at once, and returns how many of them have a seat.
fn two_buyers(free: u32) -> usize {
    FREE.store(free, SeqCst);
    let (report, reports) = mpsc::channel();
    let buy = |report: mpsc::Sender<bool>| std::thread::spawn(move || report.send(book()));
    let buyers = [buy(report.clone()), buy(report)];
    let stuck = "a buyer never comes back from `book`: does one hold something that the other waits for?";
    let wait = |_| reports.recv_timeout(Duration::from_secs(2)).expect(stuck);
    let booked = (0..2).map(wait).filter(|&booked| booked).count();
    for buyer in buyers {
        buyer.join().unwrap().unwrap();
    }
    booked
}

#[test]
fn one_seat_is_booked_once() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    for _ in 0..50 {
        let booked = two_buyers(1);
        assert_eq!(
            booked, 1,
            "two buyers came for one seat, and {booked} of them have it: what is between the look and the step that takes?"
        );
    }
}

#[test]
fn no_seat_is_booked_where_none_is_free() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    two_buyers(0);
    let left = FREE.load(SeqCst);
    assert_eq!(left, 0, "no seat was free, and now there are {left}: a count of 0 must stay, and not wrap around");
}

#[test]
fn two_seats_are_booked_by_two() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let booked = two_buyers(2);
    assert_eq!(booked, 2, "two buyers came for two seats, and {booked} of them have one: who was sent away, and why?");
}

/// Two steps meet too seldom for a test to count on it, so the text is asked.
#[test]
fn one_step_looks_and_takes() {
    assert!(
        ANSWER.contains("update(") || ANSWER.contains("compare_exchange"),
        "`book` looks in one step and takes in another, and a seat may be booked or given back between the two: which operation of an atomic does both?"
    );
}
