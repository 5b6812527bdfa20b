//@ check-pass
use std::sync::Arc;

mod runtime {
    pub fn spawn<F: Future + Send + 'static>(_: F) {}
}

async fn pause() {}

// ANCHOR: shown
async fn greet() {
    let name = Arc::new("ada");
    pause().await;
    println!("{name}");
}
// ANCHOR_END: shown

fn main() {
    runtime::spawn(greet());
}
