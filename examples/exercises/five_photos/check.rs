use std::time::Duration;

/// Resizes on a thread that need not come back.
fn resized(photos: Vec<u32>) -> Vec<u32> {
    let (report, reports) = mpsc::channel();
    thread::spawn(move || report.send(resize(photos)));
    reports
        .recv_timeout(Duration::from_secs(2))
        .expect("the circle is still there: one waits for room in `photos`, one for room in `finished`, and who takes?")
}

#[test]
fn limits_stay() {
    let count = |call: &str| ANSWER.matches(call).count();
    let queues = count("channel::<") + count("channel(");
    let of_one = count("sync_channel::<u32>(1)") + count("sync_channel(1)");
    assert_eq!(
        (queues, of_one),
        (2, 2),
        "a limit was raised or removed: that hides the circle until there are more photos, or fills the memory"
    );
}

#[test]
fn five_come_out() {
    let photos = resized(vec![400, 800, 1200, 1600, 2000]);
    assert_eq!(
        photos,
        [100, 200, 300, 400, 500],
        "not every photo came out, or not in order"
    );
}

#[test]
fn a_hundred_come_out() {
    let photos = resized((0..100).map(|photo| photo * 4).collect());
    assert_eq!(photos.len(), 100, "not every photo came out of a hundred");
    assert!(photos.is_sorted(), "the photos came out in another order");
}

#[test]
fn none_come_out_of_none() {
    assert!(
        resized(vec![]).is_empty(),
        "no photo went in, and one came out"
    );
}
