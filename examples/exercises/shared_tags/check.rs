//@ forbid: unsafe_code = "the `RefCell` counts its borrows without atomics, whatever is promised: do without it"
use std::sync::mpsc;
use std::time::Duration;

#[diagnostic::on_unimplemented(
    message = "the tags lie in a `{Self}`: that is the wrong lock, or it has a type too many in it",
    note = "readers are to list at the same time, and whoever adds has a `&mut` already: what is left to put around the list?"
)]
trait ReadTogether {
    /// Calls `list` while this thread reads.
    fn read_and(&self, list: impl FnOnce());
}

impl<T> ReadTogether for std::sync::RwLock<Vec<T>> {
    fn read_and(&self, list: impl FnOnce()) {
        let _reading = self.read().unwrap();
        list();
    }
}

fn tags() -> &'static impl ReadTogether {
    &TAGS
}

#[test]
fn both_threads_add() {
    add("a");
    std::thread::spawn(|| add("b")).join().unwrap();
    let listed = list();
    assert!(
        ["a", "b"].iter().all(|tag| listed.contains(tag)),
        "two threads added one tag each, and not both are listed"
    );

    tags().read_and(|| {
        let (done, finished) = mpsc::channel();
        std::thread::spawn(move || done.send(list()));
        finished
            .recv_timeout(Duration::from_secs(2))
            .expect("`list` waits for somebody who only reads: with which of its two methods does it take the lock?");
    });
}
