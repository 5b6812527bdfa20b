//@ check-fail
use std::cell::Cell;

trait Store {
    fn save(&self) -> impl Future<Output = ()> + Send;
}

async fn send_reply() {}

struct Counting(Cell<u32>);

impl Store for Counting {
    async fn save(&self) {
        //~^ ERROR future cannot be sent between threads safely
        send_reply().await;
        self.0.set(self.0.get() + 1);
    }
}

fn main() {}
