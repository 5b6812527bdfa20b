//@ check-pass
use std::rc::Rc;

async fn pause() {}

async fn greet() {
    let name = Rc::new("ada");
    pause().await;
    println!("{name}");
}

// ANCHOR: shown
mod runtime {
    /// What a library with one thread asks for.
    pub fn spawn_local<F: Future + 'static>(_: F) {}
}

fn main() {
    runtime::spawn_local(greet());
}
// ANCHOR_END: shown
