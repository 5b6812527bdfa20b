use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc;
use std::time::Duration;

static TODO: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static LOCKED_IN_FETCH: AtomicBool = AtomicBool::new(false);

/// Two levels, and notes whether the list was locked.
fn fetch(page: &str) -> &'static [&'static str] {
    if TODO.try_lock().is_err() {
        LOCKED_IN_FETCH.store(true, SeqCst);
    }
    match page {
        "/" => &["/a", "/b"],
        "/a" => &["/a/1"],
        _ => &[],
    }
}

#[test]
fn all_pages_are_visited() {
    TODO.lock().unwrap().push("/");
    let (report, reports) = mpsc::channel();
    std::thread::spawn(move || report.send(crawl(&TODO, fetch)));
    let visited = reports.recv_timeout(Duration::from_secs(2)).expect(
        "`crawl` never comes back: it asks for the lock while a guard of its own is still there",
    );
    assert_eq!(
        visited, 4,
        "the site has four pages, and links were found and not followed"
    );
    assert!(
        !LOCKED_IN_FETCH.load(SeqCst),
        "the list is locked while a page is fetched, and all other crawlers wait: which guard is there when `fetch` runs?"
    );
}
