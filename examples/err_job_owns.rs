//@ check-pass
async fn send_reply() {}

async fn retry<F: Future<Output = ()>>(job: impl Fn() -> F) {
    job().await;
}

async fn handle() {
    let user = String::from("ada");
    let job = || {
        let user = user.clone(); // each future has its own
        async move {
            send_reply().await;
            println!("{user}");
        }
    };
    retry(job).await;
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle());
}
