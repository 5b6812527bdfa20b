//@ forbid: unsafe_code = "whoever gets the handle may drop the cache before the worker is done: let the worker own what it uses"
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::channel;
use std::sync::{Arc, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

/// Works for a `&self` and for a `self: &Arc<Self>`.
fn refresh(a_cache_with_an_owner: &Arc<Cache>, fetch: fn() -> String) -> JoinHandle<()> {
    Arc::clone(a_cache_with_an_owner).refresh(fetch)
}

#[test]
fn entry_comes_into_the_callers_cache() {
    let cache = Arc::new(Cache::new());
    refresh(&cache, || String::from("first")).join().unwrap();
    refresh(&cache, || String::from("second")).join().unwrap();
    let entries = cache.entries();
    assert!(
        entries.iter().any(|entry| entry == "first")
            && entries.iter().any(|entry| entry == "second"),
        "two entries were fetched, and the cache has {entries:?}: the worker refreshes a copy, and nobody sees it"
    );
}

#[test]
fn each_cache_has_its_own_entries() {
    let [mine, theirs] = [0, 1].map(|_| Arc::new(Cache::new()));
    refresh(&theirs, || String::from("theirs")).join().unwrap();
    let found = mine.entries().iter().any(|entry| entry == "theirs");
    assert!(
        !found,
        "a cache has the entry of another cache: the list belongs to the cache, and not to the program"
    );
}

#[test]
fn refresh_returns_at_once() {
    static FETCHED: AtomicBool = AtomicBool::new(false);
    fn fetch_slowly() -> String {
        while !FETCHED.load(SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        String::from("slow")
    }

    let (report, reports) = channel();
    let caller = std::thread::spawn(move || {
        let cache = Arc::new(Cache::new());
        let worker = refresh(&cache, fetch_slowly);
        report.send(()).unwrap();
        worker.join().unwrap();
        cache.entries()
    });
    let waited = reports.recv_timeout(Duration::from_secs(2));
    FETCHED.store(true, SeqCst);
    assert!(
        waited.is_ok(),
        "`refresh` returns only when the entry is fetched: its callers cannot wait that long"
    );
    assert_eq!(
        caller.join().unwrap(),
        ["slow"],
        "an entry that comes late is to come into the cache, too"
    );
}

#[test]
fn cache_goes_with_its_last_owner() {
    let cache = Arc::new(Cache::new());
    refresh(&cache, || String::from("motd")).join().unwrap();
    let left: Weak<Cache> = Arc::downgrade(&cache);
    drop(cache);
    assert!(
        left.upgrade().is_none(),
        "the owner and the worker are gone, and the cache is still there: it was leaked, and nobody can drop it any more"
    );
}
