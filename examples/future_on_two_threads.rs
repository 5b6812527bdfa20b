//@ run-pass
use std::future::poll_fn;
use std::task::{Context, Poll, Waker};
use std::thread;

async fn once_pending() {
    let mut asked = false;
    poll_fn(|_| {
        if asked {
            return Poll::Ready(());
        }
        asked = true;
        Poll::Pending
    })
    .await
}

async fn greet() {
    let name = String::from("ada");
    println!("{:?}: hello", thread::current().name());
    once_pending().await;
    println!("{:?}: still {name}", thread::current().name());
}

fn main() {
    let mut reply = Box::pin(greet());
    let mut cx = Context::from_waker(Waker::noop());
    assert!(reply.as_mut().poll(&mut cx).is_pending());

    let rest = thread::Builder::new().name("worker".into());
    let rest = rest.spawn(move || {
        let mut cx = Context::from_waker(Waker::noop());
        assert!(reply.as_mut().poll(&mut cx).is_ready());
    });
    rest.unwrap().join().unwrap();
}
