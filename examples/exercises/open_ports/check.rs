//@ forbid: unsafe_code = "two workers that write into one list at once race, whatever is promised"

#[test]
fn open_ports_come_in_order() {
    assert_eq!(
        open_ports(&[80, 0, 443, 8080]),
        [80, 443, 8080],
        "the open ports come out in the order of the list"
    );
    assert_eq!(
        open_ports(&[0, 0, 22]),
        [22],
        "a closed port, 0, is none of them"
    );
}

#[test]
fn nobody_waits_for_a_lock() {
    let lock = ["Mutex", "RwLock"]
        .into_iter()
        .find(|name| ANSWER.contains(name));
    assert_eq!(
        lock, None,
        "with a lock the faster worker comes first, and the order varies: what can a worker do instead of writing?"
    );
}

#[test]
fn two_workers_look() {
    let spawns = ANSWER.matches("spawn(").count();
    assert!(
        spawns >= 2,
        "two workers are to look at the ports, each at its half"
    );
}
