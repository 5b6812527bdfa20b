//@ forbid: unsafe_code = "the scope gives the borrow that you need, and no lifetime has to be made up"

/// The signature that callers rely on.
fn as_it_was<'a>(idle: &'a [u32]) -> (usize, Option<&'a u32>) {
    report(idle)
}

#[test]
fn counts_and_finds() {
    let idle = [12, 95, 61, 3];
    assert_eq!(
        as_it_was(&idle),
        (2, Some(&95)),
        "two of the connections were idle for over 60 seconds, the longest for 95"
    );
    assert_eq!(
        as_it_was(&[]),
        (0, None),
        "an empty list has none that expired, and no longest"
    );
}

#[test]
fn longest_is_in_the_callers_list() {
    let idle = [12, 95, 61, 3];
    let longest = as_it_was(&idle).1.unwrap();
    assert!(
        std::ptr::eq(longest, &idle[1]),
        "the longest time is somebody else's copy of it: the reference has to lead into the caller's list"
    );
}

#[test]
fn two_workers_look() {
    let spawns = ANSWER.matches("spawn(").count();
    assert_eq!(
        spawns, 2,
        "each of the two questions is to be answered by a worker of its own"
    );
}
