//@ check-pass
trait Store {
    fn save(&self, line: String) -> impl Future<Output = ()> + Send;
}

fn start(_task: impl Future<Output = ()> + Send + 'static) {}

fn save_later<S>(store: S)
where
    S: Store + Send + Sync + 'static,
{
    start(async move { store.save("started".into()).await });
}

struct Console;

impl Store for Console {
    async fn save(&self, line: String) {
        println!("{line}");
    }
}

fn main() {
    save_later(Console);
}
