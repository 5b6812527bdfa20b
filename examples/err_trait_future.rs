//@ check-pass
trait Store {
    fn save(&self, line: String) -> impl Future<Output = ()> + Send;
}

fn assert_send(_: impl Send) {}

fn log<S: Store + Sync>(store: &S) {
    assert_send(store.save("started".into()));
}

struct Memory;

impl Store for Memory {
    async fn save(&self, line: String) {
        drop(line);
    }
}

fn main() {
    log(&Memory);
}
