//@ check-pass
use std::sync::Mutex;

static HITS: Mutex<u32> = Mutex::new(0);

async fn send_reply() {}

// ANCHOR: shown
async fn in_a_block() {
    {
        let mut hits = HITS.lock().unwrap();
        *hits += 1;
    }
    send_reply().await;
}

async fn in_a_statement() {
    *HITS.lock().unwrap() += 1;
    send_reply().await;
}

fn count_hit() {
    let mut hits = HITS.lock().unwrap();
    *hits += 1;
}

async fn in_a_function() {
    count_hit();
    send_reply().await;
}
// ANCHOR_END: shown

fn assert_send(_: impl Send) {}

fn main() {
    assert_send(in_a_block());
    assert_send(in_a_statement());
    assert_send(in_a_function());
}
