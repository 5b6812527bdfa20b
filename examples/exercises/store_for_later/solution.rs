pub trait Store {
    fn save(&self, line: String) -> impl Future<Output = ()> + Send;
}

/// As a runtime does: the task may run on any thread.
pub fn start<F: Future<Output = ()> + Send + 'static>(task: F) -> F {
    task
}

pub fn save_later<S>(store: S) -> impl Future<Output = ()>
where
    S: Store + Send + 'static,
{
    start(async move { store.save("started".into()).await })
}

struct Console;

impl Store for Console {
    async fn save(&self, line: String) {
        println!("{line}");
    }
}

fn main() {
    let _task = save_later(Console);
}
