//@ forbid: unsafe_code = "the library goes by which thread calls, and a promise does not change that: let requests cross in its place"
use std::sync::atomic::Ordering::SeqCst;
use std::sync::mpsc;
use std::time::Duration;

/// Four threads scan five pages each, through one desk.
fn four_times_five() -> Vec<u32> {
    let desk = Desk::open();
    let five = || (0..5).map(|_| desk.scan()).collect::<Vec<u32>>();
    std::thread::scope(|s| {
        let threads = [(); 4].map(|()| s.spawn(five));
        let pages = threads.into_iter().flat_map(|it| it.join().unwrap());
        pages.collect()
    })
}

#[test]
fn one_scanner_serves_all() {
    let (report, reports) = mpsc::channel();
    std::thread::spawn(move || report.send(four_times_five()));
    let mut pages = reports
        .recv_timeout(Duration::from_secs(2))
        .expect("no page comes: who waits for whom, and has the thread with the scanner ended?");

    let opened = scanner::OPENED.load(SeqCst);
    assert_eq!(
        opened, 1,
        "there is one scanner, and it was opened {opened} times: which thread is its own?"
    );
    assert!(
        !pages.contains(&0),
        "a page is blank: a `Mutex` locks one thread at a time in, and not one thread for good"
    );
    pages.sort();
    assert!(
        pages.iter().copied().eq(1..=20),
        "twenty pages were scanned, and some went to the wrong thread or to none"
    );

    let mut looks = 0..200;
    while scanner::CLOSED.load(SeqCst) == 0 && looks.next().is_some() {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(
        scanner::CLOSED.load(SeqCst),
        1,
        "the desk is gone, and its scanner is still open, or was closed on a thread that did not open it"
    );
}
