//@ check-fail
trait Store {
    async fn save(&self, line: String);
}

fn start(_task: impl Future<Output = ()> + Send + 'static) {}

fn save_later<S: Store + 'static>(store: S) {
    start(async move { store.save("started".into()).await });
    //~^ ERROR future cannot be sent between threads safely
    //~^ ERROR future cannot be sent between threads safely
}

fn main() {}
