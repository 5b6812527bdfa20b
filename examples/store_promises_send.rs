//@ check-pass
// ANCHOR: shown
trait Store {
    fn save(&self, line: String) -> impl Future<Output = ()> + Send;
}

struct Console;

impl Store for Console {
    async fn save(&self, line: String) {
        println!("{line}");
    }
}
// ANCHOR_END: shown

fn assert_send(_: impl Send) {}

fn log<S: Store + Sync>(store: &S) {
    assert_send(store.save("started".into()));
}

fn main() {
    log(&Console);
}
