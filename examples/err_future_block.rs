//@ check-pass
use std::rc::Rc;

mod runtime {
    pub fn spawn<F: Future + Send + 'static>(_: F) {}
}

async fn pause() {}

// ANCHOR: shown
async fn greet() {
    {
        let name = Rc::new("ada");
        println!("{name}");
    } // dropped before the `.await`
    pause().await;
}
// ANCHOR_END: shown

fn main() {
    runtime::spawn(greet());
}
