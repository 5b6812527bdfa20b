//@ check-fail
use std::rc::Rc;

mod runtime {
    /// What a library with several threads asks for.
    pub fn spawn<F: Future + Send + 'static>(_: F) {}
}

async fn pause() {}

async fn greet() {
    let name = Rc::new("ada");
    pause().await;
    println!("{name}");
}

fn main() {
    runtime::spawn(greet()); //~ ERROR future cannot be sent between threads safely
}
