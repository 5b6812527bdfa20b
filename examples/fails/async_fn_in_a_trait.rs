//@ check-fail
trait Store {
    async fn save(&self, line: String);
}

fn assert_send(_: impl Send) {}

fn log<S: Store + Sync>(store: &S) {
    assert_send(store.save("started".into())); //~ ERROR E0277
}

fn main() {}
