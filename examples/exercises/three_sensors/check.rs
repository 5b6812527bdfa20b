use std::time::Duration;

/// What is collected from the sensors, in order.
fn collected(sensors: Vec<Vec<u32>>) -> Vec<u32> {
    let (report, reports) = mpsc::channel();
    thread::spawn(move || report.send(collect(sensors)));
    let mut all = reports.recv_timeout(Duration::from_secs(2)).expect(
        "all sensors are done, and the loop over the lines does not end: who still has a sender?",
    );
    all.sort();
    all
}

#[test]
fn one_line_from_each_ends() {
    let all = collected(vec![vec![1], vec![2], vec![3]]);
    assert_eq!(
        all,
        [1, 2, 3],
        "three sensors sent one reading each, and these were collected"
    );
}

#[test]
fn every_reading_is_collected() {
    let all = collected(vec![vec![1, 2, 3], vec![4], vec![5, 6]]);
    assert_eq!(
        all,
        [1, 2, 3, 4, 5, 6],
        "a sensor may send more than once, or never: something was lost"
    );
}

#[test]
fn no_sensor_at_all_ends() {
    assert_eq!(collected(vec![]), [], "nobody sent anything");
}

#[test]
fn sensors_run_beside_each_other() {
    let for_each = ANSWER.split("for readings in").nth(1).unwrap_or_default();
    assert!(
        !for_each.contains("channel()"),
        "a channel for each sensor, one after the other: the second starts when the first is done, and one channel can have many senders"
    );
}
