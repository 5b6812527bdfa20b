//@ check-fail
async fn send_reply() {}

async fn retry(job: impl AsyncFn()) {
    job().await;
}

async fn handle() {
    let user = String::from("ada");
    let job = async || {
        send_reply().await;
        println!("{user}");
    };
    retry(job).await;
}

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(handle()); //~ ERROR not general enough
}
