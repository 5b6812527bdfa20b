//@ forbid: unsafe_code = "what a store holds while it waits, only its author knows: let the trait ask for it"
use std::cell::Cell;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

/// A store that keeps its lines for the check.
struct Memory(Arc<Mutex<Vec<String>>>);

impl Store for Memory {
    async fn save(&self, line: String) {
        self.0.lock().unwrap().push(line);
    }
}

/// A store that is done with `self` before it returns its future. It need not be `Sync`.
struct Tally(Cell<u32>);

impl Store for Tally {
    fn save(&self, _line: String) -> impl Future<Output = ()> + Send {
        self.0.set(self.0.get() + 1);
        async {}
    }
}

fn tally_later() -> impl Future<Output = ()> {
    save_later(Tally(Cell::new(0)))
}

/// A task for any store, as a library would make it: for each one that passes, it may go to any thread.
fn for_any_store<S>(store: S) -> impl Future<Output = ()> + Send + 'static
where
    S: Store + Send + 'static,
{
    start(async move { store.save("from anywhere".into()).await })
}

#[test]
fn line_is_saved() {
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    for task in [0, 1] {
        let store = Memory(Arc::clone(&lines));
        let mut context = Context::from_waker(Waker::noop());
        let ready = match task {
            0 => pin!(save_later(store)).poll(&mut context),
            _ => pin!(for_any_store(store)).poll(&mut context),
        };
        assert!(
            ready.is_ready(),
            "a task that has nothing to wait for waits"
        );
    }
    assert_eq!(
        *lines.lock().unwrap(),
        ["started", "from anywhere"],
        "each task is to save its line in the store"
    );
}

#[test]
fn store_that_only_moves_is_welcome() {
    let ready = pin!(tally_later()).poll(&mut Context::from_waker(Waker::noop()));
    assert!(ready.is_ready(), "a task that has nothing to wait for waits");
}

#[test]
fn task_is_started() {
    let body = ANSWER.split("fn save_later").nth(1).unwrap_or_default();
    let body = body.split("struct Console").next().unwrap_or_default();
    assert!(
        body.contains("start("),
        "`save_later` no longer starts its task, so that nobody asks whether it may go to any thread"
    );
}
